/** Freezes a closed month, quarter or year: everybody's standing with name, group and rank, and where each chain ends. */
import { createHash } from 'node:crypto';
import { ranked } from '../../domain/points-period';
import * as groups from './groups';
import { entries, heads, standingId, standings, type PointsHeadDoc, type StandingDoc } from './points-entries';
import * as pointsPeriods from './points-periods';
import type { PointsSnapshotDoc } from './points-periods';
import * as representatives from './representatives';

/** SHA-256 over 'id seq hash' of each, in the order of the ids; what an export and a frozen period carry of the town. */
export function townHash(ends: readonly PointsHeadDoc[]): string {
  const lines = [...ends].sort((a, b) => (a._id < b._id ? -1 : 1)).map(({ _id, seq, hash }) => `${_id} ${seq} ${hash}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

export async function allHeads(): Promise<PointsHeadDoc[]> {
  return (await heads()).find({}).sort({ _id: 1 }).toArray();
}

/** How many chains there are. */
export async function countHeads(): Promise<number> {
  return (await heads()).countDocuments();
}

export async function isAnythingBooked(): Promise<boolean> {
  return (await (await heads()).findOne({}, { projection: { _id: 1 } })) !== null;
}

/** Whether the town was scored before this moment, and did not only bring in its history since. */
export async function isAnythingBookedBefore(moment: Date): Promise<boolean> {
  return (await (await entries()).findOne({ bookedAt: { $lt: moment } }, { projection: { _id: 1 } })) !== null;
}

async function tenthsOf(by: StandingDoc['by'], period: string): Promise<Map<string, number>> {
  const found = (await standings()).find({ by, period }, { projection: { ownerId: 1, tenths: 1 } });
  const tenths = new Map<string, number>();
  for await (const standing of found) tenths.set(standing.ownerId, standing.tenths);
  return tenths;
}

/** On the roster, whether they earned anything or not, and whoever earned something and left it. */
async function peopleSnapshots(
  period: string,
  ends: readonly PointsHeadDoc[],
  groupNames: ReadonlyMap<string, string>,
): Promise<PointsSnapshotDoc[]> {
  const tenths = await tenthsOf('representative', period);
  const everybody = await representatives.listEverybody();
  const endOf = new Map(ends.map((end) => [end._id, end]));
  const concerned = everybody.filter(({ _id, active }) => active || tenths.has(_id));
  return ranked(concerned.map((person) => ({ person, tenths: tenths.get(person._id) ?? 0 }))).map(
    ({ person: { _id, name, groupId }, tenths: sum, rank }) => {
      const end = endOf.get(_id);
      const groupName = groupNames.get(groupId);
      return {
        _id: standingId('representative', period, _id),
        ...{ period, by: 'representative', ownerId: _id, name, groupId, tenths: sum, rank },
        ...(groupName === undefined ? {} : { groupName }),
        ...(end ? { head: { seq: end.seq, hash: end.hash } } : {}),
      };
    },
  );
}

async function groupSnapshots(period: string, groupNames: ReadonlyMap<string, string>): Promise<PointsSnapshotDoc[]> {
  const tenths = await tenthsOf('group', period);
  const all = [...groupNames].map(([id, name]) => ({ id, name, tenths: tenths.get(id) ?? 0 }));
  return ranked(all).map(({ id, name, tenths: sum, rank }) => ({
    _id: standingId('group', period, id),
    ...{ period, by: 'group', ownerId: id, name, tenths: sum, rank },
  }));
}

async function countEntries(period: string): Promise<number> {
  const [year = '', quarter] = period.split('-Q');
  if (quarter === undefined && period.length > 4) return (await entries()).countDocuments({ month: period });
  const first = quarter === undefined ? 1 : Number(quarter) * 3 - 2;
  const last = quarter === undefined ? 12 : first + 2;
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  return (await entries()).countDocuments({ month: { $gte: month(first), $lte: month(last) } });
}

/** Completes the snapshot of a period that has been closed; safe to repeat. */
export async function snapshot(period: string): Promise<void> {
  const [groupNames, ends] = [await groups.namesById(), await allHeads()];
  const people = await peopleSnapshots(period, ends, groupNames);
  const facts = { entries: await countEntries(period), heads: townHash(ends) };
  await pointsPeriods.complete(period, [...people, ...(await groupSnapshots(period, groupNames))], facts);
}
