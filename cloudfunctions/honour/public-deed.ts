/** Of a deed what everybody may read and see: an article is public, and no wisher is named in it, whoever agreed to be. */
import type { CountedDeeds, Ref } from '../../domain/article';
import { categoryLabels } from '../../domain/labels';
import { countedOutcomes } from '../../domain/outcome';
import { renderingFor } from '../../domain/post-rendering';
import { chineseDate } from '../../domain/time';
import { isMinors, publicText } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { consentsOf } from '../kit/post-consents';
import type { Deeds } from '../store/deeds';
import type { PostDoc } from '../store/post-doc';
import type { WishCardDoc } from '../store/wish-doc';

/** A number, a place and a kind: what stays true and harmless when the wish or the post itself is taken down. */
export const refOfWish = ({ _id, code, village, category }: WishCardDoc): Ref => ({
  kind: 'wish',
  id: _id,
  label: `${code} ${village} ${categoryLabels[category]}`,
});

export const refOfPost = ({ _id, at, village }: PostDoc): Ref => ({
  kind: 'post',
  id: _id,
  label: `${chineseDate(at)}晒单${village === undefined ? '' : ` ${village}`}`,
});

/** The month as it is counted. */
export const countedOf = ({ fulfilled, collected, posts }: Deeds): CountedDeeds => ({
  fulfilled: fulfilled.map((wish) => ({ ref: refOfWish(wish), outcomes: countedOutcomes(wish) })),
  collected: collected.map((wish) => ({ ref: refOfWish(wish) })),
  posts: posts.map((post) => ({
    ref: refOfPost(post),
    thanks: post.thanks,
    isAlone: post.wish === undefined,
    outcomes: post.outcomes,
  })),
});

/** A text of a wish without its wisher; a minor's without the school. */
export function withoutWisher(wish: WishCardDoc, host: Host): (text: string) => string {
  const { name, address } = openContact(host, wish);
  const home = address === undefined ? {} : { home: { address, village: wish.village } };
  return (text) => publicText(text, { name, minor: isMinors(wish), showsName: false, ...home });
}

/** Whether the wall shows the wish, and it tells of no child. */
export const isTold = (wish: WishCardDoc): boolean => wish.public && !isMinors(wish);

export const showsPhotosToAll = (
  post: Pick<PostDoc, 'people' | 'text' | 'wish'>,
  wish: WishCardDoc | undefined,
): boolean => renderingFor('public', consentsOf(post, wish)).photos;
