import type { z } from 'zod';
import type { board } from '../../contract/points';
import { pointsOf, shownTenths } from '../../domain/points';
import { ranked } from '../../domain/points-period';
import { defined } from '../kit/defined';
import * as groups from '../store/groups';
import type { StandingDoc } from '../store/points-entries';
import type { PointsSnapshotDoc } from '../store/points-periods';
import * as representatives from '../store/representatives';

type BoardLine = z.infer<typeof board.output>['items'][number];
type Named = Pick<BoardLine, 'name'> & { groupName?: string | undefined };

async function namesOf(by: StandingDoc['by'], ids: readonly string[]): Promise<Map<string, Named>> {
  const groupNames = await groups.namesById();
  if (by === 'group') return new Map([...groupNames].map(([id, name]) => [id, { name }]));
  const people = await representatives.listByIds(ids);
  return new Map(people.map(({ _id, name, groupId }) => [_id, { name, groupName: groupNames.get(groupId) }]));
}

/** From the top down: those who tie share a rank, and the next one's rank counts them all. */
export async function viewBoard(by: StandingDoc['by'], standings: readonly StandingDoc[]): Promise<BoardLine[]> {
  const names = await namesOf(
    by,
    standings.map(({ ownerId }) => ownerId),
  );
  return ranked(standings).map(({ ownerId, tenths, rank }) => {
    const { name = '', groupName } = names.get(ownerId) ?? {};
    return { rank, id: ownerId, name, points: pointsOf(shownTenths(tenths)), ...defined({ groupName }) };
  });
}

/** As it was frozen, with the names and groups of then. */
export const viewFrozen = (snapshots: readonly PointsSnapshotDoc[]): BoardLine[] =>
  snapshots.map(({ ownerId, name, groupName, tenths, rank }) => ({
    rank,
    id: ownerId,
    name,
    points: pointsOf(shownTenths(tenths)),
    ...defined({ groupName }),
  }));
