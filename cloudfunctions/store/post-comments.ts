/** postComments: what is said below a post. The post keeps how many of them everybody sees. */
import { commentRate, recentComments } from '../../domain/abuse';
import { DomainError } from '../../domain/errors';
import type { HiddenBecause, PostStatus } from '../../domain/post';
import { afterPosition, decodeCursor, encodeCursor, type Page } from './cursor';
import { collection, inTransaction, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';
import type { Judged, QueueEntry } from './post-doc';
import { posts } from './posts';

export interface CommentDoc {
  _id: string;
  postId: string;
  /** The post's group and its author, who does not judge what is said there. */
  groupId: string;
  authorId: string;
  status: PostStatus;
  text: string;
  /** As those read it who may not know the wisher's name or door; none where that is the same. */
  publicText?: string;
  accountId: string;
  representativeId?: string;
  /** As everybody reads it: 王**, 周建平代表. */
  who: string;
  at: Date;
  hidden?: HiddenBecause;
  judged?: Judged;
  queue?: QueueEntry;
  clientToken: string;
}

/** When an account last commented, so that of many at once each counts those before it. */
interface CommenterDoc {
  _id: string;
  times: Date[];
}

export const comments = collection<CommentDoc>('postComments', [
  { key: { accountId: 1, clientToken: 1 }, name: 'clientToken', unique: true },
  { key: { postId: 1, at: 1, _id: 1 }, name: 'post' },
  { key: { 'queue.in': 1, 'queue.kind': 1, 'queue.since': 1, _id: 1 }, name: 'queue', sparse: true },
]);

const commenters = collection<CommenterDoc>('commenters', []);

const notFound = (): DomainError => new DomainError('NOT_FOUND', { message: '没有找到这条评论，可能已被删除' });

/** Whatever its status; throws NOT_FOUND. */
export async function getEver(id: string): Promise<CommentDoc> {
  const comment = await (await comments()).findOne({ _id: id });
  if (!comment) throw notFound();
  return comment;
}

/** Throws NOT_FOUND, for one that its writer took back too. */
export async function get(id: string): Promise<CommentDoc> {
  const comment = await getEver(id);
  if (comment.status === 'removed') throw notFound();
  return comment;
}

export async function findByClientToken(accountId: string, clientToken: string): Promise<CommentDoc | null> {
  return (await comments()).findOne({ accountId, clientToken });
}

async function countOnPost(postId: string, change: 1 | -1, tx: Tx): Promise<void> {
  await (await posts()).updateOne({ _id: postId }, { $inc: { comments: change } }, { session: tx });
}

/** When the account commented of late; throws RATE_LIMITED when that is too often for one more. */
export async function checkRate(accountId: string, now: Date, tx?: Tx): Promise<Date[]> {
  const before = await (await commenters()).findOne({ _id: accountId }, { ...(tx ? { session: tx } : {}) });
  const recent = recentComments(before?.times ?? [], now);
  if (recent.length < commentRate.most) return recent;
  throw new DomainError('RATE_LIMITED', { message: '评论太频繁了，请过几分钟再发' });
}

async function countForRate({ accountId, at }: Pick<CommentDoc, 'accountId' | 'at'>, tx: Tx): Promise<void> {
  const times = [...(await checkRate(accountId, at, tx)), at];
  await (await commenters()).updateOne({ _id: accountId }, { $set: { times } }, { upsert: true, session: tx });
}

/** A try that is as good as a comment for the rate; throws RATE_LIMITED as one would. */
export const countTry = (accountId: string, at: Date): Promise<void> =>
  inTransaction((tx) => countForRate({ accountId, at }, tx));

/** Writes it below a published post, once for an account and clientToken; null when the post is not in the feed any more. */
export async function insertOnce(comment: CommentDoc): Promise<CommentDoc | null> {
  try {
    return await inTransaction(async (tx) => {
      const below = { _id: comment.postId, status: 'published' } as const;
      const { matchedCount } = await (await posts()).updateOne(below, { $inc: { comments: 1 } }, { session: tx });
      if (matchedCount === 0) return null;
      await (await comments()).insertOne(comment, { session: tx });
      await countForRate(comment, tx);
      return comment;
    });
  } catch (error) {
    const earlier = isDuplicateKey(error, 'clientToken')
      ? await findByClientToken(comment.accountId, comment.clientToken)
      : null;
    if (!earlier) throw error;
    return earlier;
  }
}

interface Reader {
  /** Whose own hidden ones are shown; nobody's where nobody has signed in. */
  accountId: string | undefined;
  seesHidden: boolean;
}

/** Those below a post that this reader sees, the oldest first. */
export async function listPage(
  postId: string,
  { accountId, seesHidden }: Reader,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CommentDoc>> {
  const shown = [
    { status: 'published' as const },
    ...(seesHidden ? [{ status: 'hidden' as const }] : []),
    ...(accountId === undefined ? [] : [{ status: 'hidden' as const, accountId }]),
  ];
  const order = { field: 'at', direction: 1 } as const;
  const place = cursor === undefined ? {} : afterPosition<CommentDoc>(order, decodeCursor(cursor, 'comments'));
  const read = await (
    await comments()
  )
    .find({ $and: [{ postId, $or: shown }, place] })
    .sort({ at: 1, _id: 1 })
    .limit(limit + 1)
    .toArray();
  const items = read.slice(0, limit);
  const last = items.at(-1);
  const more = read.length > limit && last;
  return { items, nextCursor: more ? encodeCursor({ at: last.at, id: last._id }, 'comments') : null };
}

/** Taken back by its writer; nothing when it is already. */
export async function removeOnce({ _id, postId }: CommentDoc): Promise<void> {
  await inTransaction(async (tx) => {
    const removed = { $set: { status: 'removed' }, $unset: { queue: 1 } } as const;
    const there = { _id, status: { $in: ['published', 'hidden'] as PostStatus[] } };
    const before = await (await comments()).findOneAndUpdate(there, removed, { session: tx });
    if (before?.status === 'published') await countOnPost(postId, -1, tx);
  });
}

/** null when everybody does not see it any more. */
export async function hideIfShown({ _id }: CommentDoc, hidden: HiddenBecause, tx: Tx): Promise<CommentDoc | null> {
  const left = await (
    await comments()
  ).findOneAndUpdate(
    { _id, status: 'published' },
    { $set: { status: 'hidden', hidden }, $unset: { queue: 1 } },
    { session: tx, returnDocument: 'after' },
  );
  if (left) await countOnPost(left.postId, -1, tx);
  return left;
}

export async function unhideIfHidden({ _id }: CommentDoc, tx: Tx): Promise<CommentDoc | null> {
  const shown = await (
    await comments()
  ).findOneAndUpdate(
    { _id, status: 'hidden' },
    { $set: { status: 'published' }, $unset: { hidden: 1, queue: 1 } },
    { session: tx, returnDocument: 'after' },
  );
  if (shown) await countOnPost(shown.postId, 1, tx);
  return shown;
}

/** What is said below a post that was taken back is not read by anybody, nor judged. */
export async function leaveQueue(postId: string, tx: Tx): Promise<void> {
  const queued = { postId, queue: { $exists: true } };
  await (await comments()).updateMany(queued, { $unset: { queue: 1 } }, { session: tx });
}
