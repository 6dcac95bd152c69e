/** The queue of what a person has to look at: posts and comments as one list of each kind, what waits longest first. */
import type { Collection, Document, Filter, UpdateFilter } from 'mongodb';
import type { PostStatus } from '../../domain/post';
import type { Thing } from '../../domain/post-judging';
import { afterPosition, decodeCursor, encodeCursor, type Page, type Position } from './cursor';
import type { Tx } from './database';
import { comments, type CommentDoc } from './post-comments';
import type { Judged, PostDoc, QueueEntry } from './post-doc';
import { posts } from './posts';

type Source = Thing['of'];

/** What both kinds of things have. */
interface QueueableDoc extends Document {
  _id: string;
  status: PostStatus;
  queue?: QueueEntry;
  judged?: Judged;
}

const sources = { comment: comments, post: posts } as const;
const collectionOf = async (of: Source): Promise<Collection<QueueableDoc>> =>
  (await sources[of]()) as unknown as Collection<QueueableDoc>;

/** Both collections' index of this name. */
const QUEUE = 'queue';
const MOST_HINTS = 20;
const urgency = { fresh: 0, hinted: 1, reported: 2 } as const satisfies Record<QueueEntry['kind'], number>;

/** Of two reasons to look the more urgent decides in which list it lies, and since when. */
function merged(before: QueueEntry | undefined, added: QueueEntry): QueueEntry {
  if (!before) return added;
  const isNew = ({ word, at }: QueueEntry['hints'][number]): boolean =>
    !before.hints.some((hint) => hint.word === word && hint.at === at);
  const isMoreUrgent = urgency[added.kind] > urgency[before.kind];
  const more = added.hints.filter(isNew);
  if (!isMoreUrgent && more.length === 0) return before;
  return { ...(isMoreUrgent ? added : before), hints: [...before.hints, ...more].slice(0, MOST_HINTS) };
}

/** Puts it where it is looked at; false when it is in none of these states any more. */
export async function enqueue(
  { of, id }: Thing,
  added: QueueEntry,
  tx: Tx,
  states: readonly PostStatus[] = ['published'],
): Promise<boolean> {
  const all = await collectionOf(of);
  const thing = await all.findOne({ _id: id, status: { $in: [...states] } }, { session: tx });
  if (!thing) return false;
  const queue = merged(thing.queue, added);
  if (queue !== thing.queue) await all.updateOne({ _id: id }, { $set: { queue } }, { session: tx });
  return true;
}

/** 没有问题: out of the queue; false when it is not in it, or hidden. */
export async function clearIfQueued({ of, id }: Thing, judged: Judged, tx: Tx): Promise<boolean> {
  const queued: Filter<QueueableDoc> = { _id: id, status: 'published', queue: { $exists: true } };
  const cleared: UpdateFilter<QueueableDoc> = { $set: { judged }, $unset: { queue: 1 } };
  return (await (await collectionOf(of)).updateOne(queued, cleared, { session: tx })).modifiedCount === 1;
}

/** Keeps who decided what, for whoever comes later. */
export async function recordJudged({ of, id }: Thing, judged: Judged, tx: Tx): Promise<void> {
  await (await collectionOf(of)).updateOne({ _id: id }, { $set: { judged } }, { session: tx });
}

/** Whose queue: 'town' or 'group:<id>', without what the one who asks may not judge. */
export interface QueueOf {
  in: string;
  judge: { accountId: string; representativeId?: string };
}

function othersOnly(of: Source, { accountId, representativeId }: QueueOf['judge']): Document {
  if (representativeId === undefined) return { accountId: { $ne: accountId } };
  const notOwn = { accountId: { $ne: accountId }, representativeId: { $ne: representativeId } };
  return of === 'post' ? notOwn : { ...notOwn, authorId: { $ne: representativeId } };
}

const wanted = (of: Source, asked: QueueOf, kind: QueueEntry['kind']): Document => ({
  'queue.in': asked.in,
  'queue.kind': kind,
  ...othersOnly(of, asked.judge),
});

const bySince = { field: 'queue.since', direction: 1 } as const;

/** What of one source comes after a place in the whole queue; of one moment comments come before posts. */
function afterPlace(of: Source, place: Position | null): Document {
  if (place === null) return {};
  const [last, id = ''] = place.id.split(/:(.*)/s);
  if (last === of) return afterPosition(bySince, { at: place.at, id });
  return { 'queue.since': { [of === 'comment' ? '$gt' : '$gte']: place.at } };
}

export type QueuedThing = { of: 'post'; doc: PostDoc } | { of: 'comment'; doc: CommentDoc };

async function read(of: Source, condition: Document, limit: number): Promise<QueueableDoc[]> {
  return (await collectionOf(of))
    .find(condition, { hint: QUEUE })
    .sort({ 'queue.since': 1, _id: 1 })
    .limit(limit)
    .toArray();
}

const placed = (thing: QueuedThing): Position => ({
  at: thing.doc.queue?.since ?? thing.doc.at,
  id: `${thing.of}:${thing.doc._id}`,
});

const byPlace = (a: QueuedThing, b: QueuedThing): number => {
  const [first, second] = [placed(a), placed(b)];
  return first.at.getTime() - second.at.getTime() || (first.id < second.id ? -1 : 1);
};

export async function listPage(
  asked: QueueOf,
  kind: QueueEntry['kind'],
  cursor: string | undefined,
  limit: number,
): Promise<Page<QueuedThing>> {
  const place = cursor === undefined ? null : decodeCursor(cursor, QUEUE);
  const readSource = (of: Source): Promise<QueueableDoc[]> =>
    read(of, { $and: [wanted(of, asked, kind), afterPlace(of, place)] }, limit + 1);
  const [ofComments, ofPosts] = await Promise.all([readSource('comment'), readSource('post')]);
  const found = [
    ...ofComments.map((doc) => ({ of: 'comment' as const, doc: doc as unknown as CommentDoc })),
    ...ofPosts.map((doc) => ({ of: 'post' as const, doc: doc as unknown as PostDoc })),
  ].sort(byPlace);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? encodeCursor(placed(last), QUEUE) : null };
}

/** How many of a kind, and no more than `most`. */
export async function count(asked: QueueOf, kind: QueueEntry['kind'], most: number): Promise<number> {
  const countSource = async (of: Source): Promise<number> =>
    (await collectionOf(of)).countDocuments(wanted(of, asked, kind), { limit: most, hint: QUEUE });
  const [ofComments, ofPosts] = await Promise.all([countSource('comment'), countSource('post')]);
  return Math.min(most, ofComments + ofPosts);
}
