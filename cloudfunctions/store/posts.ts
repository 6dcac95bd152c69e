/** posts: 晒单. Thanks are documents of their own, one from each account, and a count kept with them. */
import type { Filter } from 'mongodb';
import { countedOfPost } from '../../domain/campaign-tally';
import { DomainError } from '../../domain/errors';
import type { HiddenBecause } from '../../domain/post';
import { postListKey, type PostFilter } from '../../domain/post-listing';
import { figuresOfPost } from '../../domain/rollup';
import { shanghaiDay } from '../../domain/time';
import { collection, inTransaction, type Tx } from './database';
import { after, pageFrom, type Page } from './cursor';
import { isDuplicateKey } from './duplicate-key';
import { listedOf, type PostDoc } from './post-doc';
import * as campaignTallies from './campaign-tallies';
import * as rollups from './rollups';

interface ThankDoc {
  /** '<postId>:<accountId>' */
  _id: string;
  at: Date;
}

const newest = { at: -1, _id: -1 } as const;

export const posts = collection<PostDoc>('posts', [
  { key: { accountId: 1, clientToken: 1 }, name: 'clientToken', unique: true },
  { key: { listed: 1, ...newest }, name: 'listed' },
  { key: { 'queue.in': 1, 'queue.kind': 1, 'queue.since': 1, _id: 1 }, name: 'queue', sparse: true },
  // What is filed under a 主题实践活动 (store/campaign-filed).
  {
    key: { campaignId: 1, ...newest },
    name: 'campaign',
    partialFilterExpression: { campaignId: { $exists: true } },
  },
  { key: { status: 1, ...newest }, name: 'feed' },
  { key: { status: 1, groupId: 1, ...newest }, name: 'groupFeed' },
]);

const thanks = collection<ThankDoc>('thanks', []);

export async function get(id: string, tx?: Tx): Promise<PostDoc> {
  const post = await (await posts()).findOne({ _id: id }, { ...(tx ? { session: tx } : {}) });
  if (!post) throw new DomainError('NOT_FOUND', { message: '没有找到这条晒单，可能已被撤回' });
  return post;
}

/** null where there is none; whatever its status. */
export async function find(id: string, tx: Tx): Promise<PostDoc | null> {
  return (await posts()).findOne({ _id: id }, { session: tx });
}

export async function findByClientToken(accountId: string, clientToken: string): Promise<PostDoc | null> {
  return (await posts()).findOne({ accountId, clientToken });
}

const standsAlone = (post: PostDoc): boolean => post.wish === undefined;

/** Publishes once: the same account and clientToken again answer the post that is there. */
export async function insertOnce(post: PostDoc, alongside: (tx: Tx) => Promise<void>): Promise<PostDoc> {
  try {
    await inTransaction(async (tx) => {
      await (await posts()).insertOne(post, { session: tx });
      if (standsAlone(post)) await rollups.move(shanghaiDay(post.at), null, figuresOfPost(post.outcomes), tx);
      await campaignTallies.move([], countedOfPost(post), tx);
      await alongside(tx);
    });
    return post;
  } catch (error) {
    const earlier = isDuplicateKey(error, 'clientToken')
      ? await findByClientToken(post.accountId, post.clientToken)
      : null;
    if (!earlier) throw error;
    return earlier;
  }
}

type Leaving = { status: 'removed' } | { status: 'hidden'; hidden: HiddenBecause };

/**
 * Takes a published post out of every feed, with what it counted; null when it was no longer published. What somebody
 * has decided leaves the queue with it.
 */
async function leaveFeed({ _id }: PostDoc, leaving: Leaving, tx: Tx): Promise<PostDoc | null> {
  const left = await (
    await posts()
  ).findOneAndUpdate(
    { _id, status: 'published' },
    {
      $set: { ...leaving, listed: [] },
      $unset: { queue: 1 },
      ...(leaving.status === 'hidden' ? { $inc: { hides: 1 } } : {}),
    },
    { session: tx, returnDocument: 'after' },
  );
  if (left && standsAlone(left)) await rollups.move(shanghaiDay(left.at), figuresOfPost(left.outcomes), null, tx);
  if (left) await campaignTallies.move(countedOfPost({ ...left, status: 'published' }), [], tx);
  return left;
}

/** 撤回: for good. */
export const removeIfPublished = (post: PostDoc, tx: Tx): Promise<PostDoc | null> =>
  leaveFeed(post, { status: 'removed' }, tx);

/** A hidden post that its author takes back: it had left the feeds before, with what it counted. */
export async function removeIfHidden({ _id }: PostDoc, tx: Tx): Promise<boolean> {
  const removed = { $set: { status: 'removed' }, $unset: { queue: 1 } } as const;
  return (await (await posts()).updateOne({ _id, status: 'hidden' }, removed, { session: tx })).modifiedCount === 1;
}

/** 隐藏: until somebody shows it again. */
export const hideIfPublished = (post: PostDoc, hidden: HiddenBecause, tx: Tx): Promise<PostDoc | null> =>
  leaveFeed(post, { status: 'hidden', hidden }, tx);

/** A person takes over what a check has hidden; null unless it is hidden and still lies in the queue. */
export async function confirmIfHidden({ _id }: PostDoc, hidden: HiddenBecause, tx: Tx): Promise<PostDoc | null> {
  const waiting = { _id, status: 'hidden', queue: { $exists: true } } as const;
  const confirmed = { $set: { hidden }, $unset: { queue: 1 } } as const;
  return (await posts()).findOneAndUpdate(waiting, confirmed, { session: tx, returnDocument: 'after' });
}

/** Back into its feeds, with what it counted; null when it was not hidden. */
export async function unhideIfHidden({ _id }: PostDoc, tx: Tx): Promise<PostDoc | null> {
  const post = await (await posts()).findOne({ _id, status: 'hidden' }, { session: tx });
  if (!post) return null;
  const { hidden: _hidden, queue: _queue, ...rest } = post;
  const shown: PostDoc = { ...rest, status: 'published', listed: listedOf({ ...rest, status: 'published' }) };
  await (await posts()).replaceOne({ _id }, shown, { session: tx });
  if (standsAlone(shown)) await rollups.move(shanghaiDay(shown.at), null, figuresOfPost(shown.outcomes), tx);
  await campaignTallies.move([], countedOfPost(shown), tx);
  return shown;
}

/** Under another 主题实践活动, or under none; false when somebody moved the post meanwhile. */
export async function fileUnder(before: PostDoc, campaignId: string | null, tx: Tx): Promise<boolean> {
  const { campaignId: _earlier, ...rest } = before;
  const post: PostDoc = campaignId === null ? rest : { ...rest, campaignId };
  const { matchedCount } = await (
    await posts()
  ).updateOne(
    { _id: before._id, status: before.status },
    campaignId === null ? { $unset: { campaignId: '' } } : { $set: { campaignId } },
    { session: tx },
  );
  if (matchedCount === 1) await campaignTallies.move(countedOfPost(before), countedOfPost(post), tx);
  return matchedCount === 1;
}

/** 精选, on since `at` or off; null when it is not published. */
export async function setFeatured(
  { _id }: PostDoc,
  at: Date | null,
  follow: (after: PostDoc, tx: Tx) => Promise<void>,
): Promise<PostDoc | null> {
  return inTransaction(async (tx) => {
    const post = await (await posts()).findOne({ _id, status: 'published' }, { session: tx });
    if (!post) return null;
    const { featuredAt: _before, ...plain } = post;
    const changed: PostDoc = at === null ? plain : { ...plain, featuredAt: at };
    const after: PostDoc = { ...changed, listed: listedOf(changed) };
    await (await posts()).replaceOne({ _id }, after, { session: tx });
    await follow(after, tx);
    return after;
  });
}

/** A list of published posts, the newest first: read by its key alone, so that every page costs the same. */
export async function feedPage(asked: PostFilter, cursor: string | undefined, limit: number): Promise<Page<PostDoc>> {
  const read = await (
    await posts()
  )
    .find({ listed: postListKey(asked), ...after<PostDoc>('at', cursor) }, { hint: 'listed' })
    .sort(newest)
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, (post) => ({ at: post.at, id: post._id }));
}

/** What was published from `from` up to but without `until` and still is, the oldest first. */
export async function listWithin(asked: PostFilter, { from, until }: { from: Date; until: Date }): Promise<PostDoc[]> {
  return (await posts())
    .find({ listed: postListKey(asked), at: { $gte: from, $lt: until } }, { hint: 'listed' })
    .sort({ at: 1, _id: 1 })
    .toArray();
}

/** Posts that an earlier version stored, which kept no lists; but for those that have failed. */
export async function listUnlisted(except: readonly string[], limit: number): Promise<string[]> {
  // null is also what is not there, and unlike $exists it is in the index.
  const others = except.length > 0 ? { _id: { $nin: [...except] } } : {};
  const unlisted = { listed: null, ...others } as unknown as Filter<PostDoc>;
  const found = (await posts()).find(unlisted, { hint: 'listed' }).limit(limit);
  return (await found.project<Pick<PostDoc, '_id'>>({ _id: 1 }).toArray()).map(({ _id }) => _id);
}

/** Gives the post the lists that it stands in, and where its wish is; false when it has lists. */
export async function listIfUnlisted(
  post: PostDoc,
  place: Pick<PostDoc, 'village' | 'category'>,
  tx: Tx,
): Promise<boolean> {
  const unlisted = { _id: post._id, listed: null } as unknown as Filter<PostDoc>;
  const listed = { ...place, listed: listedOf({ ...post, ...place }) };
  return (await (await posts()).updateOne(unlisted, { $set: listed }, { session: tx })).modifiedCount === 1;
}

const thankId = (postId: string, accountId: string): string => `${postId}:${accountId}`;

async function addThanks(_id: string, at: Date, tx: Tx): Promise<number> {
  const thank = { $setOnInsert: { at } };
  return (await (await thanks()).updateOne({ _id }, thank, { upsert: true, session: tx })).upsertedCount;
}

async function takeThanksBack(_id: string, tx: Tx): Promise<number> {
  return -(await (await thanks()).deleteOne({ _id }, { session: tx })).deletedCount;
}

/** One thanks from each account, on or off; the count moves in the same transaction, so that it never drifts. */
export async function setThanks(postId: string, accountId: string, on: boolean, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const _id = thankId(postId, accountId);
    const change = on ? await addThanks(_id, at, tx) : await takeThanksBack(_id, tx);
    if (change !== 0) await (await posts()).updateOne({ _id: postId }, { $inc: { thanks: change } }, { session: tx });
  });
}

/** Which of these posts the account has thanked. */
export async function thankedBy(accountId: string, postIds: readonly string[]): Promise<Set<string>> {
  if (postIds.length === 0) return new Set();
  const found = await (await thanks()).find({ _id: { $in: postIds.map((id) => thankId(id, accountId)) } }).toArray();
  return new Set(found.map((thank) => thank._id.slice(0, -accountId.length - 1)));
}

/** Posts of a span in the order of their days, one at a time. */
export async function* eachPost(
  status: PostDoc['status'],
  filter: { groupId?: string },
  within: { $gte?: Date; $lt?: Date } | undefined,
): AsyncGenerator<PostDoc> {
  yield* (await posts())
    .find({ status, ...filter, ...(within ? { at: within } : {}) })
    .sort({ at: 1, _id: 1 })
    .batchSize(200);
}
