import { MOST_COUNTED } from '../../../domain/most-counted';

/** '3', '99+' */
export const counted = (count: number): string => (count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));
