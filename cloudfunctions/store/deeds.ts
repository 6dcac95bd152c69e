/** What one representative did in a month: wishes fulfilled and collected, posts shown. Each read is bounded by its index. */
import { postListKey } from '../../domain/post-listing';
import { publicStatuses } from '../../domain/wish';
import type { Tx } from './database';
import { standings } from './points-entries';
import type { PostDoc } from './post-doc';
import { posts } from './posts';
import type { WishCardDoc } from './wish-doc';
import { wishes } from './wishes';

export interface MonthSpan {
  from: Date;
  until: Date;
}

export interface Deeds {
  fulfilled: WishCardDoc[];
  collected: WishCardDoc[];
  posts: PostDoc[];
}

const cardOnly = { timeline: 0, reveals: 0, terms: 0, plan: 0 } as const;
const within = (tx?: Tx) => (tx ? { session: tx } : {});

/** What is called done now and was done in the span: reopened since, it is not. */
async function fulfilledBy(representativeId: string, { from, until }: MonthSpan, tx?: Tx): Promise<WishCardDoc[]> {
  return (await wishes())
    .find(
      {
        'claimer.representativeId': representativeId,
        'result.at': { $gte: from, $lt: until },
        status: { $in: ['fulfilled', 'closed'] },
      },
      { hint: 'claimerResult', ...within(tx) },
    )
    .sort({ 'result.at': -1, _id: -1 })
    .project<WishCardDoc>(cardOnly)
    .toArray();
}

/** What went through review; who brought what was turned down has collected nothing. */
async function collectedBy(representativeId: string, { from, until }: MonthSpan, tx?: Tx): Promise<WishCardDoc[]> {
  return (await wishes())
    .find(
      {
        'collectedBy.representativeId': representativeId,
        collectedAt: { $gte: from, $lt: until },
        status: { $in: [...publicStatuses, 'merged'] },
      },
      { hint: 'collector', ...within(tx) },
    )
    .sort({ collectedAt: -1, _id: -1 })
    .project<WishCardDoc>(cardOnly)
    .toArray();
}

async function shownBy(representativeId: string, { from, until }: MonthSpan, tx?: Tx): Promise<PostDoc[]> {
  return (await posts())
    .find(
      { listed: postListKey({ representativeId }), at: { $gte: from, $lt: until } },
      { hint: 'listed', ...within(tx) },
    )
    .sort({ at: -1, _id: -1 })
    .toArray();
}

/** One after the other: a transaction has one session. */
export async function ofMonth(representativeId: string, span: MonthSpan, tx?: Tx): Promise<Deeds> {
  return {
    fulfilled: await fulfilledBy(representativeId, span, tx),
    collected: await collectedBy(representativeId, span, tx),
    posts: await shownBy(representativeId, span, tx),
  };
}

/** The month's points of each, in tenths. */
export async function pointsOfMonth(representativeIds: readonly string[], month: string): Promise<Map<string, number>> {
  const ids = representativeIds.map((id) => `representative:${month}:${id}`);
  const found = await (await standings()).find({ _id: { $in: ids } }).toArray();
  return new Map(found.map(({ ownerId, tenths }) => [ownerId, tenths]));
}

/** Published posts among these. */
export async function publishedPosts(ids: readonly string[]): Promise<Map<string, PostDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await posts()).find({ _id: { $in: [...new Set(ids)] }, status: 'published' }).toArray();
  return new Map(found.map((post) => [post._id, post]));
}
