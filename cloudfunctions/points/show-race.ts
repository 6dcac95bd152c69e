import * as contract from '../../contract/points-standings';
import { pointsOf, shownTenths } from '../../domain/points';
import { monthsOf, ranked } from '../../domain/points-period';
import { shanghaiMonth } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import { standingId } from '../store/points-entries';
import * as pointsStandings from '../store/points-standings';
import * as representatives from '../store/representatives';

/** 小组赛程: the points of each group added up month by month, and for each head, since groups differ in size. */
export const showRace = useCase(contract.race, async ({ year }, { now }) => {
  const present = shanghaiMonth(now);
  const months = monthsOf(year).filter((month) => month <= present);
  const all = await groups.listAll();
  const [members, sums] = await Promise.all([
    representatives.countByGroup(),
    pointsStandings.ofOwners(
      'group',
      all.map(({ _id }) => _id),
      months,
    ),
  ]);
  const raced = all.map(({ _id: id, name }) => {
    let tenths = 0;
    const cumulative = months.map((month) => {
      tenths += sums.get(standingId('group', month, id))?.tenths ?? 0;
      return pointsOf(shownTenths(tenths));
    });
    const count = members.get(id) ?? 0;
    const total = shownTenths(tenths);
    const perHead = count === 0 ? 0 : pointsOf(Math.round(total / count));
    return { id, name, members: count, tenths, perHead, cumulative };
  });
  return {
    year,
    months,
    groups: ranked(raced).map(({ tenths, ...group }) => ({ ...group, total: pointsOf(shownTenths(tenths)) })),
  };
});
