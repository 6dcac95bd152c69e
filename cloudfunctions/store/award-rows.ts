/** awardRows: every representative's year as an award found it frozen: what its candidates are computed from. */
import type { AwardRow } from '../../domain/award';
import { collection, type Tx } from './database';
import { pointsSnapshots, type PointsSnapshotDoc } from './points-periods';

interface AwardRowDoc extends AwardRow {
  /** '<award>:<representative>' */
  _id: string;
  awardId: string;
}

const awardRows = collection<AwardRowDoc>('awardRows', [{ key: { awardId: 1, groupId: 1, order: 1 }, name: 'award' }]);

const rowId = (awardId: string, representativeId: string): string => `${awardId}:${representativeId}`;

export async function insertMany(awardId: string, rows: readonly AwardRow[], tx: Tx): Promise<void> {
  if (rows.length === 0) return;
  const docs = rows.map((row) => ({ ...row, _id: rowId(awardId, row.representativeId), awardId }));
  await (await awardRows()).insertMany(docs, { session: tx });
}

const asRow = ({ _id, awardId: _award, ...row }: AwardRowDoc): AwardRow => row;

export async function listByAward(awardId: string, tx?: Tx): Promise<AwardRow[]> {
  const found = await (await awardRows()).find({ awardId }, tx ? { session: tx } : {}).toArray();
  return found.map(asRow);
}

/** Those of one group: what a rank within it is seen from. */
export async function listByGroupOf(awardId: string, representativeId: string): Promise<AwardRow[]> {
  const rows = await awardRows();
  const own = await rows.findOne({ _id: rowId(awardId, representativeId) });
  if (!own) return [];
  return (await rows.find({ awardId, groupId: own.groupId }, { hint: 'award' }).toArray()).map(asRow);
}

/** The year's frozen standings by representative. */
export async function frozenOf(year: string, tx: Tx): Promise<Map<string, PointsSnapshotDoc>> {
  const found = await (await pointsSnapshots()).find({ period: year, by: 'representative' }, { session: tx }).toArray();
  return new Map(found.map((snapshot) => [snapshot.ownerId, snapshot]));
}
