/**
 * dossierJobs and dossierFiles: everybody's dossiers as one file, made step by step. A file of a job is made by whoever
 * takes it; what was taken and not finished is free again after a minute. Each making has a key of its own, so that of
 * two that meet the one whose finish counts is the one that is packed.
 */
import type { DossierSpan } from '../../domain/dossier';
import { DomainError } from '../../domain/errors';
import { collection, inTransaction, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

export interface DossierJobDoc {
  _id: string;
  kind: 'archive' | 'handOver';
  /** '履职档案（2026年）江东代表小组' */
  title: string;
  span: DossierSpan;
  groupId?: string;
  status: 'running' | 'done' | 'removed';
  /** What it is of, while it runs: the same is not begun twice. */
  running?: string;
  total: number;
  /** How many files are still to be made. */
  left: number;
  failed: number;
  accountId: string;
  who: string;
  at: Date;
  /** Nobody else packs before this; `packs` tells the packings apart. */
  packingUntil: Date;
  packs: number;
  file?: { key: string; size: number; sha256: string; at: Date };
}

/** What a file holds: one person's dossier, or one of the sheets of a hand-over. */
export type DossierFileKind = 'dossier' | 'wishes' | 'orders' | 'appeals' | 'proposals' | 'ledger' | 'heads';

export interface DossierFileDoc {
  /** '<job>:<number>' */
  _id: string;
  jobId: string;
  number: number;
  kind: DossierFileKind;
  representativeId?: string;
  name?: string;
  group?: string;
  /** Of a ledger: the calendar year. */
  year?: string;
  /** Where it lies in the archive. */
  path: string;
  status: 'waiting' | 'made' | 'failed';
  takenUntil: Date;
  tries: number;
  made?: { key: string; size: number; sha256: string; total?: string; head?: { seq: number; hash: string } };
}

const jobs = collection<DossierJobDoc>('dossierJobs', [
  { key: { at: -1, _id: -1 }, name: 'at' },
  { key: { status: 1, at: 1 }, name: 'status' },
  { key: { running: 1 }, name: 'running', unique: true, sparse: true },
]);

const files = collection<DossierFileDoc>('dossierFiles', [
  { key: { jobId: 1, number: 1 }, name: 'job' },
  { key: { jobId: 1, status: 1, number: 1 }, name: 'status' },
]);

export async function get(id: string): Promise<DossierJobDoc> {
  const job = await (await jobs()).findOne({ _id: id });
  if (!job) throw new DomainError('NOT_FOUND', { message: '没有找到这份档案包，可能已过期清除' });
  return job;
}

/** Begins the job, or answers the one of the same that is running. */
export async function beginOnce(job: DossierJobDoc, made: readonly DossierFileDoc[]): Promise<DossierJobDoc> {
  try {
    await inTransaction(async (tx) => {
      await (await jobs()).insertOne(job, { session: tx });
      if (made.length > 0) await (await files()).insertMany([...made], { session: tx });
    });
    return job;
  } catch (error) {
    const { running } = job;
    const other = isDuplicateKey(error, 'running') && running ? await (await jobs()).findOne({ running }) : null;
    if (!other) throw error;
    return other;
  }
}

export async function listNewest(limit: number): Promise<DossierJobDoc[]> {
  return (await jobs()).find({}).sort({ at: -1, _id: -1 }).limit(limit).toArray();
}

/** The oldest first. */
export async function listRunning(limit: number): Promise<DossierJobDoc[]> {
  return (await jobs()).find({ status: 'running' }).sort({ at: 1 }).limit(limit).toArray();
}

/** Those begun before this whose files have not been removed yet. */
export async function listOld(before: Date, limit: number): Promise<DossierJobDoc[]> {
  return (await jobs())
    .find({ status: { $in: ['running', 'done'] }, at: { $lt: before } })
    .sort({ at: 1 })
    .limit(limit)
    .toArray();
}

/** The next file that nobody is at; null when there is none. */
export async function takeFile(jobId: string, now: Date, until: Date): Promise<DossierFileDoc | null> {
  return (await files()).findOneAndUpdate(
    { jobId, status: 'waiting', takenUntil: { $lte: now } },
    { $set: { takenUntil: until }, $inc: { tries: 1 } },
    { sort: { number: 1 }, returnDocument: 'after' },
  );
}

/** Gives it back at once: it is tried again. */
export async function giveBack({ _id, tries }: DossierFileDoc, now: Date): Promise<void> {
  await (await files()).updateOne({ _id, status: 'waiting', tries }, { $set: { takenUntil: now } });
}

/** Whether this making is the one that counts. */
export async function finishFile({ _id, jobId }: DossierFileDoc, made: DossierFileDoc['made']): Promise<boolean> {
  return inTransaction(async (tx) => {
    const finished = made ? { status: 'made' as const, made } : { status: 'failed' as const };
    const { modifiedCount } = await (
      await files()
    ).updateOne({ _id, status: 'waiting' }, { $set: finished }, { session: tx });
    if (modifiedCount === 0) return false;
    await count(jobId, made ? 0 : 1, tx);
    return true;
  });
}

async function count(_id: string, failed: number, tx: Tx): Promise<void> {
  await (await jobs()).updateOne({ _id }, { $inc: { left: -1, failed } }, { session: tx });
}

/** Whoever packs, once nothing is left to be made; null: it is not time, or another packs. */
export async function takePacking(_id: string, now: Date, until: Date): Promise<DossierJobDoc | null> {
  return (await jobs()).findOneAndUpdate(
    { _id, status: 'running', left: 0, packingUntil: { $lte: now } },
    { $set: { packingUntil: until }, $inc: { packs: 1 } },
    { returnDocument: 'after' },
  );
}

/** Whether this packing is the one that counts. */
export async function finishPacking({ _id, packs }: DossierJobDoc, file: DossierJobDoc['file']): Promise<boolean> {
  const done = { $set: { status: 'done' as const, ...(file ? { file } : {}) }, $unset: { running: 1 as const } };
  return (await (await jobs()).updateOne({ _id, status: 'running', packs }, done)).modifiedCount === 1;
}

/** A packing that broke off may be begun again at once. */
export async function dropPacking({ _id, packs }: DossierJobDoc, now: Date): Promise<void> {
  await (await jobs()).updateOne({ _id, status: 'running', packs }, { $set: { packingUntil: now } });
}

/** Its files in their order, one at a time. */
export async function* eachFile(jobId: string): AsyncGenerator<DossierFileDoc> {
  yield* (await files()).find({ jobId }).sort({ number: 1 }).batchSize(200);
}

/** After its files have been removed. */
export async function forget({ _id }: DossierJobDoc): Promise<void> {
  await inTransaction(async (tx) => {
    await (await files()).deleteMany({ jobId: _id }, { session: tx });
    const removed = { $set: { status: 'removed' as const }, $unset: { running: 1 as const, file: 1 as const } };
    await (await jobs()).updateOne({ _id }, removed, { session: tx });
  });
}
