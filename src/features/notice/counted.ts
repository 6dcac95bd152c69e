/** The functions count that far and no further. */
const MOST = 99;

/** '3', '99+' */
export const counted = (count: number): string => (count >= MOST ? `${MOST}+` : String(count));
