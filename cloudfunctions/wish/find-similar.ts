import * as contract from '../../contract/wish';
import { likest } from '../../domain/similar';
import type { WishStatus } from '../../domain/wish';
import { leads } from '../../domain/wish-actors';
import { maySee } from '../../domain/wish-privacy';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import { asWish } from '../store/wish-doc';
import * as wishLists from '../store/wish-lists';
import { readableFor } from './readable';
import { viewCards } from './view-card';

const goingOn: readonly WishStatus[] = ['open', 'claimed', 'coordinating', 'paused'];
/** The newest of a village are enough to know one's own wish again. */
const MOST_COMPARED = 300;

/** 相似心愿 of the village that are going on; for who reviews one, also those that wait for review. */
export const findSimilar = useCase(contract.similar, async ({ content, village, id }, { caller, now, host }) => {
  const { _id: groupId } = await groups.getByVillage(village);
  const isReviewed = id !== undefined && leads({ groupId }, caller);
  const statuses = isReviewed ? [...goingOn, 'submitted' as const] : [...goingOn];
  const asked = { village, statuses, publicOnly: !isReviewed };
  const { items } = await wishLists.listPage({ asked, order: 'newest', limit: MOST_COMPARED });
  const candidates = items.filter((wish) => wish._id !== id && maySee(asWish(wish), caller));
  const found = likest(content, candidates, {
    // What the caller may not read must not be guessed from what is found either.
    textOf: (wish) => readableFor(wish, caller, host)(wish.content),
    common: [village],
    most: contract.similarLimit,
  });
  return { items: await viewCards(found, caller, now, host) };
});
