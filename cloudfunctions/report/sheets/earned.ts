import { addPoints, noPoints, rankedBySum, type PointsSum } from '../../../domain/sheets/points-summary';
import * as pointsEntries from '../../store/points-entries';
import * as representatives from '../../store/representatives';

export interface Earner {
  id: string;
  name: string;
  groupId: string;
  sum: PointsSum;
  rank: number;
}

/** Everybody on the roster with what they earned in the span, and those who left it where they earned something. */
export async function earnedWithin(
  groupId: string | undefined,
  within: { $gte?: Date; $lt?: Date } | undefined,
): Promise<Earner[]> {
  const sums = new Map<string, PointsSum>();
  for await (const entry of pointsEntries.eachEntry(groupId === undefined ? {} : { groupId }, within)) {
    const sum = sums.get(entry.representativeId) ?? noPoints();
    addPoints(sum, { ...entry, isReversal: pointsEntries.reversedKey(entry) !== null });
    sums.set(entry.representativeId, sum);
  }
  const everybody = await representatives.listEverybody();
  const ofSheet = everybody
    .filter((person) => groupId === undefined || person.groupId === groupId)
    .filter(({ _id, active }) => active || sums.has(_id));
  return rankedBySum(
    ofSheet.map((person) => ({
      id: person._id,
      name: person.name,
      groupId: person.groupId,
      sum: sums.get(person._id) ?? noPoints(),
    })),
  );
}
