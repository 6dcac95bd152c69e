/**
 * imageChecks: each photo of a post, from the post's own transaction on until a check has answered. A check that answers
 * later does so under a name that the platform gives. The answer may come before that name is kept here: it is kept too,
 * and whoever writes second finds what the other has written.
 */
import type { ImageAnswer } from '../../domain/image-check';
import { collection, type Tx } from './database';
import type { PostDoc } from './post-doc';

export interface ImageCheckDoc {
  /** '<postId>:<mediaId>' */
  _id: string;
  postId: string;
  mediaId: string;
  askedAt: Date;
  /** As askedAt, until it is answered or given up. */
  openSince?: Date;
  /** The platform's name for the answer that comes later. */
  waits?: string;
  answer?: ImageAnswer;
}

export interface KeptAnswer {
  answer: ImageAnswer;
  reason?: string;
}

interface LateAnswerDoc extends KeptAnswer {
  /** The platform's name. */
  _id: string;
  at: Date;
}

const checks = collection<ImageCheckDoc>('imageChecks', [
  { key: { openSince: 1 }, name: 'open', sparse: true },
  { key: { waits: 1 }, name: 'waits', sparse: true },
]);

const lateAnswers = collection<LateAnswerDoc>('lateImageAnswers', [{ key: { at: 1 }, name: 'at' }]);

const checkId = (postId: string, mediaId: string): string => `${postId}:${mediaId}`;

/** In the post's transaction: a photo that is then never asked about is known all the same. */
export async function plan({ _id: postId, photos, at }: PostDoc, tx: Tx): Promise<void> {
  const planned = photos.map((mediaId) => ({
    _id: checkId(postId, mediaId),
    postId,
    mediaId,
    askedAt: at,
    openSince: at,
  }));
  await (await checks()).insertMany(planned, { session: tx });
}

/** In the order of the post's photos. */
export async function listOf({ _id, photos }: PostDoc): Promise<ImageCheckDoc[]> {
  const ids = photos.map((mediaId) => checkId(_id, mediaId));
  const found = await (await checks()).find({ _id: { $in: ids } }).toArray();
  return found.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
}

export async function find(id: string): Promise<ImageCheckDoc | null> {
  return (await checks()).findOne({ _id: id });
}

/** The answer comes under this name; answers what came already. */
export async function waitFor({ _id }: ImageCheckDoc, waits: string): Promise<KeptAnswer | null> {
  await (await checks()).updateOne({ _id }, { $set: { waits } });
  return findLate(waits);
}

export async function findLate(waits: string): Promise<KeptAnswer | null> {
  return (await lateAnswers()).findOne({ _id: waits });
}

/** Keeps the first answer under a name, and answers the check that waits for it: null when none does yet. */
export async function keepLate(waits: string, answer: KeptAnswer, at: Date): Promise<ImageCheckDoc | null> {
  await (await lateAnswers()).updateOne({ _id: waits }, { $setOnInsert: { ...answer, at } }, { upsert: true });
  return (await checks()).findOne({ waits });
}

/** Once: false when the check has been answered before. One that was given up may still be answered. */
export async function answerOnce({ _id }: ImageCheckDoc, answer: ImageAnswer, tx: Tx): Promise<boolean> {
  const open = { _id, answer: { $exists: false } };
  const closed = answer === 'none' ? {} : { $set: { answer } };
  const change = { ...closed, $unset: { openSince: 1 } } as const;
  return (await (await checks()).updateOne(open, change, { session: tx })).modifiedCount === 1;
}

/** Those that were asked before then, or planned and never asked, and have no answer. */
export async function listSilent(before: Date, except: readonly string[], limit: number): Promise<string[]> {
  const silent = { openSince: { $lte: before }, _id: { $nin: [...except] } };
  const found = (await checks())
    .find(silent, { projection: { _id: 1 } })
    .sort({ openSince: 1 })
    .limit(limit);
  return (await found.toArray()).map(({ _id }) => _id);
}

/** What came before then has found its check, or there is none. */
export async function forgetLate(before: Date): Promise<number> {
  return (await (await lateAnswers()).deleteMany({ at: { $lt: before } })).deletedCount;
}
