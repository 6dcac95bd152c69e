/**
 * pointsPeriods and pointsSnapshots: months, quarters and years that have been frozen, and the standings as they were then.
 * A month that has been frozen takes no more entries: what concerns it is booked in the present month.
 */
import { collection, type Tx } from './database';

export interface PointsPeriodDoc {
  /** 'YYYY-MM', 'YYYY-Qn' or 'YYYY' */
  _id: string;
  frozenAt: Date;
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

export const pointsPeriods = collection<PointsPeriodDoc>('pointsPeriods', []);
export const pointsSnapshots = collection<PointsSnapshotDoc>('pointsSnapshots', [
  { key: { period: 1, by: 1, rank: 1, ownerId: 1 }, name: 'board' },
  { key: { ownerId: 1, period: 1 }, name: 'owner' },
]);

export async function find(period: string, tx?: Tx): Promise<PointsPeriodDoc | null> {
  return (await pointsPeriods()).findOne({ _id: period }, tx ? { session: tx } : {});
}

/** Which of these months take no more entries. */
export async function frozenOf(months: readonly string[], tx?: Tx): Promise<Set<string>> {
  const found = await (
    await pointsPeriods()
  )
    .find({ _id: { $in: [...months] } }, { ...(tx ? { session: tx } : {}), projection: { _id: 1 } })
    .toArray();
  return new Set(found.map(({ _id }) => _id));
}
