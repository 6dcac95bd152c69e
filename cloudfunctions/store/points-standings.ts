/** Reads of standings and snapshots: the board, one's own place, the race of the groups. */
import type { Tx } from './database';
import { countAbove, standingId, standings, type StandingDoc } from './points-entries';
import { pointsSnapshots, type PointsSnapshotDoc } from './points-periods';

type By = StandingDoc['by'];

/** These periods of one owner, by period. */
export async function ofPeriods(
  by: By,
  ownerId: string,
  periods: readonly string[],
): Promise<Map<string, StandingDoc>> {
  const ids = periods.map((period) => standingId(by, period, ownerId));
  const found = await (await standings()).find({ _id: { $in: ids } }).toArray();
  return new Map(found.map((standing) => [standing.period, standing]));
}

/** These periods of these owners, by id. */
export async function ofOwners(
  by: By,
  ownerIds: readonly string[],
  periods: readonly string[],
  tx?: Tx,
): Promise<Map<string, StandingDoc>> {
  const ids = ownerIds.flatMap((ownerId) => periods.map((period) => standingId(by, period, ownerId)));
  const found = await (await standings()).find({ _id: { $in: ids } }, tx ? { session: tx } : {}).toArray();
  return new Map(found.map((standing) => [standing._id, standing]));
}

/** The nearest who stands above so many tenths, and at which rank. */
export async function nearestAbove(
  by: By,
  period: string,
  tenths: number,
): Promise<{ tenths: number; rank: number } | null> {
  const [next] = await (
    await standings()
  )
    .find({ by, period, tenths: { $gt: tenths } })
    .sort({ tenths: 1 })
    .limit(1)
    .toArray();
  return next ? { tenths: next.tenths, rank: (await countAbove(next)) + 1 } : null;
}

/** A frozen board from the top, no further than `lastRank`. */
export async function frozenTop(by: By, period: string, limit: number, lastRank: number): Promise<PointsSnapshotDoc[]> {
  return (await pointsSnapshots())
    .find({ period, by, rank: { $lte: lastRank } })
    .sort({ rank: 1, ownerId: 1 })
    .limit(limit)
    .toArray();
}

export async function findFrozen(by: By, period: string, ownerId: string): Promise<PointsSnapshotDoc | null> {
  return (await pointsSnapshots()).findOne({ _id: standingId(by, period, ownerId) });
}

/** How many were ranked when it was frozen: the roster of then, whoever came or left since. */
export async function countFrozen(by: By, period: string): Promise<number> {
  return (await pointsSnapshots()).countDocuments({ period, by });
}
