/**
 * pointsPeriods and pointsSnapshots: months, quarters and years that have been frozen, and the standings as they were then.
 * A month that has been frozen takes no more entries: what concerns it is booked in the present month.
 */
import { monthsOf } from '../../domain/points-period';
import { after, pageFrom, type Page } from './cursor';
import { collection, inTransaction, type Tx } from './database';

export interface PointsPeriodDoc {
  /** 'YYYY-MM', 'YYYY-Qn' or 'YYYY' */
  _id: string;
  kind: 'month' | 'quarter' | 'year';
  frozenAt: Date;
  /** Entries are refused from the moment that this document is there; the snapshot is whole once this is set. */
  complete?: true;
  entries: number;
  /** SHA-256 over every representative's head (sequence and hash) in the order of their ids. */
  heads: string;
}

export interface PointsSnapshotDoc {
  /** '<period>:<by>:<id>' */
  _id: string;
  period: string;
  by: 'representative' | 'group';
  ownerId: string;
  name: string;
  groupId?: string;
  groupName?: string;
  tenths: number;
  rank: number;
  /** The representative's head at that time. */
  head?: { seq: number; hash: string };
}

export const pointsPeriods = collection<PointsPeriodDoc>('pointsPeriods', [
  { key: { kind: 1, _id: -1 }, name: 'kind' },
  { key: { complete: 1, frozenAt: -1, _id: -1 }, name: 'frozen' },
]);
export const pointsSnapshots = collection<PointsSnapshotDoc>('pointsSnapshots', [
  { key: { period: 1, by: 1, rank: 1, ownerId: 1 }, name: 'board' },
  { key: { ownerId: 1, period: 1 }, name: 'owner' },
]);

export async function find(period: string, tx?: Tx): Promise<PointsPeriodDoc | null> {
  return (await pointsPeriods()).findOne({ _id: period }, tx ? { session: tx } : {});
}

const yearOf = (month: string): string => month.slice(0, 4);

/** Which of these months take no more entries: those that were frozen, and every month of a frozen year. */
export async function frozenOf(months: readonly string[], tx?: Tx): Promise<Set<string>> {
  const found = await (
    await pointsPeriods()
  )
    .find(
      { _id: { $in: [...months, ...months.map(yearOf)] } },
      { ...(tx ? { session: tx } : {}), projection: { _id: 1 } },
    )
    .toArray();
  const frozen = new Set(found.map(({ _id }) => _id));
  return new Set(months.filter((month) => frozen.has(month) || frozen.has(yearOf(month))));
}

/** Beside the periods: what the clock has said or looked through once. */
const periodNotes = collection<{ _id: string; at: Date }>('pointsPeriodNotes', []);

/** Whether it is noted for the first time; in the transaction of what follows. */
export async function noteOnce(_id: string, at: Date, tx: Tx): Promise<boolean> {
  const said = { $setOnInsert: { at } };
  const { upsertedCount } = await (await periodNotes()).updateOne({ _id }, said, { upsert: true, session: tx });
  return upsertedCount === 1;
}

/** Beside the periods: what a late booking and the closing of its month both write. */
const pointsGates = collection<{ _id: string; touched: number }>('pointsGates', []);

export async function touchGates(months: readonly string[], tx: Tx): Promise<void> {
  if (months.length === 0) return;
  const writes = months.map((_id) => ({
    updateOne: { filter: { _id }, update: { $inc: { touched: 1 } }, upsert: true },
  }));
  await (await pointsGates()).bulkWrite(writes, { session: tx });
}

export async function lastFrozenMonth(tx?: Tx): Promise<string | undefined> {
  const [last] = await (
    await pointsPeriods()
  )
    .find({ kind: 'month' }, tx ? { session: tx } : {})
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  return last?._id;
}

/** Those whose snapshot was begun and not ended. */
export async function incomplete(): Promise<PointsPeriodDoc[]> {
  return (await pointsPeriods())
    .find({ complete: { $ne: true } })
    .sort({ _id: 1 })
    .toArray();
}

/** From now on these take no more entries. A late booking that is under way meets it at its month's gate. */
export const close = (periods: readonly string[], at: Date): Promise<void> =>
  inTransaction(async (tx) => {
    for (const _id of periods) {
      const kind = _id.length === 4 ? 'year' : _id.includes('Q') ? 'quarter' : 'month';
      const begun = { $setOnInsert: { kind, frozenAt: at, entries: 0, heads: '' } } as const;
      await (await pointsPeriods()).updateOne({ _id }, begun, { upsert: true, session: tx });
    }
    await touchGates([...new Set(periods.flatMap(monthsOf))], tx);
  });

/** Keeps the standings of a closed period once, all as one run found them: its digest is that of the heads it keeps. */
export const complete = (
  period: string,
  snapshots: readonly PointsSnapshotDoc[],
  facts: Pick<PointsPeriodDoc, 'entries' | 'heads'>,
): Promise<void> =>
  inTransaction(async (tx) => {
    const open = { _id: period, complete: { $ne: true } } as const;
    const done = { $set: { ...facts, complete: true } } as const;
    const { modifiedCount } = await (await pointsPeriods()).updateOne(open, done, { session: tx });
    if (modifiedCount === 0 || snapshots.length === 0) return;
    const writes = snapshots.map((doc) => ({
      replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true },
    }));
    await (await pointsSnapshots()).bulkWrite(writes, { ordered: false, session: tx });
  });

/** Those that have been frozen, the newest first. */
export async function listFrozen(cursor: string | undefined, limit: number): Promise<Page<PointsPeriodDoc>> {
  const read = await (
    await pointsPeriods()
  )
    .find({ complete: true, ...after<PointsPeriodDoc>('frozenAt', cursor) })
    .sort({ frozenAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ frozenAt, _id }) => ({ at: frozenAt, id: _id }));
}

/** Whether a month before this one has been frozen: the town has been scored for longer. */
export async function hasFrozenBefore(month: string): Promise<boolean> {
  return (await (await pointsPeriods()).findOne({ kind: 'month', _id: { $lt: month } })) !== null;
}

export async function isNoted(_id: string): Promise<boolean> {
  return (await (await periodNotes()).findOne({ _id })) !== null;
}
