/** models: 月度典型代表, one document for each group and month that has begun. */
import type { Figure } from '../../domain/article';
import { MODELS_A_YEAR, type ModelStatus } from '../../domain/model';
import { DomainError } from '../../domain/errors';
import { extended, updateOf, type Change } from './change';
import { after, pageFrom, type Page } from './cursor';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';
import * as settings from './settings';

export interface ModelEvent {
  at: Date;
  /** 主体 + 职务. */
  who: string;
  accountId: string;
  what: string;
  note?: string;
}

/** A photo belongs to the post that it is shown by: with the post it goes out of sight. */
export interface ArticlePhoto {
  id: string;
  postId: string;
}

export interface ModelDoc {
  /** '2026-11:g1' */
  _id: string;
  month: string;
  year: string;
  groupId: string;
  status: ModelStatus;
  representativeId?: string;
  representative?: string;
  title: string;
  text: string;
  photos: ArticlePhoto[];
  /** Those that the article quotes, as they were when it was published. */
  figures?: Figure[];
  reason?: string;
  sentBack?: string;
  drafted?: { accountId: string; who: string };
  submittedAt?: Date;
  signed?: { who: string; at: Date };
  publishedAt?: Date;
  timeline: ModelEvent[];
  rev: number;
}

const newest = { publishedAt: -1, _id: -1 } as const;

export const models = collection<ModelDoc>('models', [
  { key: { status: 1, ...newest }, name: 'status' },
  { key: { month: 1, status: 1, ...newest }, name: 'month' },
  { key: { representativeId: 1, year: 1 }, name: 'representativeYear', sparse: true },
]);

interface ReminderDoc {
  /** '<model>|<what>': said once. */
  _id: string;
  at: Date;
}

const reminders = collection<ReminderDoc>('modelReminders', []);

const within = (tx?: Tx) => (tx ? { session: tx } : {});

export async function find(id: string, tx?: Tx): Promise<ModelDoc | null> {
  return (await models()).findOne({ _id: id }, within(tx));
}

export async function get(id: string): Promise<ModelDoc> {
  const model = await find(id);
  if (!model) throw new DomainError('NOT_FOUND', { message: '没有找到这一期典型代表' });
  return model;
}

export async function listByIds(ids: readonly string[], tx?: Tx): Promise<Map<string, ModelDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await models()).find({ _id: { $in: [...ids] } }, within(tx)).toArray();
  return new Map(found.map((model) => [model._id, model]));
}

/** Throws DUPLICATE where the group's month has been begun meanwhile. */
export async function insert(model: ModelDoc, tx: Tx): Promise<void> {
  try {
    await (await models()).insertOne(model, { session: tx });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new DomainError('DUPLICATE', { message: '本组这个月已经有人推荐，请刷新后再看' });
  }
}

export type ModelChange = Change<ModelDoc>;

/** Makes one move if nobody moved first, and answers the model as it now is; null when somebody did. */
export async function moveIn(
  { _id, status, rev, timeline }: ModelDoc,
  change: ModelChange,
  event: ModelEvent,
  tx: Tx,
): Promise<ModelDoc | null> {
  const { $set, ...removed } = updateOf(change);
  return (await models()).findOneAndUpdate(
    { _id, status, rev },
    {
      ...removed,
      $set: { ...$set, timeline: extended(timeline, event) },
      $inc: { rev: 1 },
    },
    { session: tx, returnDocument: 'after' },
  );
}

/** How often each of these has been named in a year, in another month than this. */
export async function timesNamed(
  representativeIds: readonly string[],
  month: string,
  tx?: Tx,
): Promise<Map<string, number>> {
  const year = month.slice(0, 4);
  const named = (await models()).find(
    { representativeId: { $in: [...representativeIds] }, year },
    { ...within(tx), projection: { representativeId: 1, month: 1, status: 1 } },
  );
  const times = new Map<string, number>();
  for await (const model of named) {
    const id = model.representativeId;
    if (id === undefined || model.month === month || model.status === 'none') continue;
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

/** How often one person may be named in a year: the town's own rule, or the usual one. */
export const modelsAYear = async (): Promise<number> => (await settings.get()).modelsAYear ?? MODELS_A_YEAR;

/** Published ones, the newest first. */
export async function publishedPage(
  month: string | undefined,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ModelDoc>> {
  const asked = month === undefined ? {} : { month };
  const read = await (
    await models()
  )
    .find(
      { ...asked, status: 'published', ...after<ModelDoc>('publishedAt', cursor) },
      { hint: month === undefined ? 'status' : 'month', projection: { timeline: 0, text: 0, 'figures.refs': 0 } },
    )
    .sort(newest)
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ _id, publishedAt }) => ({ at: publishedAt ?? new Date(0), id: _id }));
}

/** Those that wait for 组长签字: some dozens at most, one for each group and month. */
export async function listSigning(): Promise<ModelDoc[]> {
  return (await models()).find({ status: 'signing' }, { hint: 'status' }).limit(500).toArray();
}

/** Whether this is said for the first time; in the transaction of what is said. */
export async function rememberOnce(key: string, at: Date, tx: Tx): Promise<boolean> {
  const said = { $setOnInsert: { at } };
  const { upsertedCount } = await (await reminders()).updateOne({ _id: key }, said, { upsert: true, session: tx });
  return upsertedCount === 1;
}

/** Which of these have been said. */
export async function remembered(keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const found = await (await reminders()).find({ _id: { $in: [...keys] } }).toArray();
  return new Set(found.map(({ _id }) => _id));
}
