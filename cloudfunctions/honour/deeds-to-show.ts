import type { Ref } from '../../domain/article';
import type { Caller } from '../../domain/caller';
import { dealsWith, showsPhotos } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import type { Deeds } from '../store/deeds';
import { asWish, type WishCardDoc } from '../store/wish-doc';
import { refOfPost, refOfWish, withoutWisher } from './public-deed';

const MOST = 20;

export interface ShownDeed extends Ref {
  at: string;
  text: string;
  photo?: string;
}

/** The newest deeds of a month for those who pick: a post as representatives read it, a wish as far as they deal with it. */
export function deedsToShow({ fulfilled, collected, posts }: Deeds, caller: Caller, host: Host): ShownDeed[] {
  const told = (wish: WishCardDoc, text: string): string =>
    dealsWith(asWish(wish), caller) ? text : withoutWisher(wish, host)(text);
  const all = [
    ...fulfilled.map((wish) => ({
      ...refOfWish(wish),
      at: wish.result?.at ?? wish.collectedAt,
      text: `办结心愿：${told(wish, wish.content)}${wish.result ? `（${told(wish, wish.result.note)}）` : ''}`,
      photo: showsPhotos({ ...asWish(wish), ...wish, id: wish._id }, caller) ? wish.result?.photos[0] : undefined,
    })),
    ...collected.map((wish) => ({
      ...refOfWish(wish),
      at: wish.collectedAt,
      text: `收集心愿：${told(wish, wish.content)}`,
      photo: undefined,
    })),
    ...posts.map((post) => ({ ...refOfPost(post), at: post.at, text: post.text, photo: post.photos[0] })),
  ];
  return all
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
    .map((deed) => defined({ ...deed, at: deed.at.toISOString() }));
}
