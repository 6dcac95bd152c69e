import type { WishCard } from '../../../../contract/wish-views';

export const MOST_CHARACTERS = 140;

/** What a draft keeps of the wish it is about. */
export type LinkedWish = Pick<WishCard, 'id' | 'code' | 'village' | 'content'>;

export const linkTo = ({ id, code, village, content }: LinkedWish): LinkedWish => ({ id, code, village, content });

/** A sentence made from the facts, for taking over by a tap. */
export function captionFor({ village, content }: LinkedWish): string {
  const caption = [...`为${village}群众办成：${content}`];
  return caption.length > MOST_CHARACTERS ? `${caption.slice(0, MOST_CHARACTERS - 1).join('')}…` : caption.join('');
}
