import type { z } from 'zod';
import type { board } from '../../contract/points';
import { pointsOf } from '../../domain/points';
import { defined } from '../kit/defined';
import * as groups from '../store/groups';
import type { StandingDoc } from '../store/points-entries';
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
  return standings.map(({ ownerId, tenths }) => {
    const { name = '', groupName } = names.get(ownerId) ?? {};
    const rank = standings.findIndex((standing) => standing.tenths === tenths) + 1;
    return { rank, id: ownerId, name, points: pointsOf(tenths), ...defined({ groupName }) };
  });
}
