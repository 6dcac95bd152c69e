import * as contract from '../../contract/award';
import { presentDays } from '../../domain/absence';
import type { AwardRow } from '../../domain/award';
import { wrongAwardState } from '../../domain/award-moves';
import { frozenFrom } from '../../domain/award-texts';
import { mailbox } from '../../domain/mailbox';
import { chineseDate } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as absences from '../store/absences';
import { deedsOf } from '../store/award-figures';
import * as awardRows from '../store/award-rows';
import * as awards from '../store/awards';
import type { Tx } from '../store/database';
import * as groups from '../store/groups';
import * as pointsPeriods from '../store/points-periods';
import * as representatives from '../store/representatives';
import { asAward, moveAward } from './move-award';
import { lastMoment } from './plan-of';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 产生候选人: the year's frozen points are copied beside the award, so that the list can be computed again for ever. */
export const drawCandidates = useCase(contract.draw, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const award = await awards.get(id);
  const { plan, name } = award;
  if (award.status === 'plan' && plan.byNomination > 0 && lastMoment(plan.nominateUntil) < now) {
    throw wrongAwardState(asAward(award), '小组推荐的截止日已经过了，请先修改方案里的截止日');
  }
  const all = await groups.listAll();
  const drawn = await moveAward({
    ...{ move: 'draw', award, caller, now, rev },
    change: async (tx) => {
      const frozen = await frozenYear(award, tx);
      const rows = await rowsOf(award, new Map(all.map((group) => [group._id, group.name])), tx);
      await awardRows.insertMany(id, rows, tx);
      return {
        frozen: { at: frozen.frozenAt, entries: frozen.entries, heads: frozen.heads, drawnAt: now },
        ...(await standOf(award, tx, rows)),
      };
    },
    tell: () => [
      {
        to: plan.byNomination > 0 ? all.map(({ _id }) => mailbox.liaison(_id)) : [],
        text: `${name}候选人已产生，各组可再推荐 ${plan.byNomination} 名，${chineseDate(lastMoment(plan.nominateUntil))}截止`,
      },
    ],
  });
  return viewAward(drawn, context);
});

async function frozenYear(award: awards.AwardDoc, tx: Tx): Promise<pointsPeriods.PointsPeriodDoc> {
  const frozen = await pointsPeriods.find(award.year, tx);
  if (frozen?.complete) return frozen;
  const from = frozenFrom(award.year);
  throw wrongAwardState(
    asAward(award),
    `${award.year}年度的积分还没有冻结，最早${chineseDate(from)} 0 时冻结，冻结后才能产生候选人`,
  );
}

/** Those on the roster, with what the frozen year says of them; who had no points then has none. */
async function rowsOf({ year }: awards.AwardDoc, names: ReadonlyMap<string, string>, tx: Tx): Promise<AwardRow[]> {
  const roster = await representatives.listAll(tx);
  const snapshots = await awardRows.frozenOf(year, tx);
  const ids = roster.map(({ _id }) => _id);
  const [away, deeds] = [await absences.confirmedOf(ids, tx), await deedsOf(ids, year)];
  return roster.map(({ _id, name, level, order, groupId }) => {
    const frozen = snapshots.get(_id);
    const group = frozen?.groupId ?? groupId;
    return {
      ...{ representativeId: _id, name, level, order },
      ...{ groupId: group, groupName: frozen?.groupName ?? names.get(group) ?? '' },
      ...{ tenths: frozen?.tenths ?? 0, deeds: deeds.get(_id) ?? 0 },
      ...presentDays(year, away.get(_id) ?? []),
      ...(frozen?.head ? { head: frozen.head } : {}),
    };
  });
}
