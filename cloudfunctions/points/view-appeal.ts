import type { AppealView } from '../../contract/points-appeals';
import type { Caller } from '../../domain/caller';
import { pointsOf } from '../../domain/points';
import {
  mayAnswerAppeal,
  mayDecideAppeal,
  undoneWith,
  usualOutcome,
  type Appeal,
  type Deciders,
} from '../../domain/points-appeal';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import { viewPhotos } from '../kit/view-photos';
import * as accounts from '../store/accounts';
import * as groups from '../store/groups';
import type { PointsAppealDoc } from '../store/points-appeals';
import * as pointsEntries from '../store/points-entries';
import * as pointsRules from '../store/points-rules';
import * as representatives from '../store/representatives';

/** The appeal as the rules see it. */
export const asAppeal = ({ representativeId, status, answer }: PointsAppealDoc): Appeal => ({
  representativeId,
  status,
  ...defined({ answeredBy: answer?.accountId }),
});

/** The presidium's accounts. */
export const deciders = async (): Promise<Deciders> =>
  (await accounts.listByGranted('presidium')).map(({ _id, representativeId }) => ({
    accountId: _id,
    ...defined({ representativeId }),
  }));

type Viewing = Pick<Context, 'caller' | 'now' | 'host'>;

/** Appeals with what they are about, for a whole page at once. */
export async function viewAppeals(
  appeals: readonly PointsAppealDoc[],
  { caller, now, host }: Viewing,
): Promise<AppealView[]> {
  const entries = await pointsEntries.findByIds(appeals.map(({ entryId }) => entryId));
  const [ruleBy, people, groupNames, photosOf, able] = await Promise.all([
    pointsRules.versionsBy([...new Set([...entries.values()].map(({ rule }) => rule))]),
    representatives.listByIds([...new Set(appeals.map(({ representativeId }) => representativeId))]),
    groups.namesById(),
    viewPhotos(
      host,
      appeals.flatMap(({ photos }) => photos),
    ),
    deciders(),
  ]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return appeals.flatMap((appeal) => {
    const entry = entries.get(appeal.entryId);
    if (!entry) return [];
    const { representativeId, groupId, status, reason, photos, at, answerBy, answer, decision } = appeal;
    return {
      id: appeal._id,
      ...{ status, representativeId, groupId, reason },
      representative: names.get(representativeId) ?? '',
      groupName: groupNames.get(groupId) ?? '',
      entry: viewAppealed(entry, ruleBy(entry.rule, entry.ruleVersion).name),
      photos: photosOf(photos),
      at: at.toISOString(),
      answerBy: answerBy.toISOString(),
      overdue: status === 'open' && answerBy < now,
      usualPoints: pointsOf(usualOutcome(entry)),
      allowed: allowedActs(asAppeal(appeal), caller, able),
      ...defined({
        undone: undoneWith(entry),
        answer: answer && viewSaid(answer),
        decision: decision && viewDecision(decision),
      }),
    };
  });
}

const viewAppealed = (entry: pointsEntries.PointsEntryDoc, ruleName: string): AppealView['entry'] => ({
  id: entry._id,
  rule: entry.rule,
  ruleName,
  delta: pointsOf(entry.deltaTenths),
  how: entry.how,
  at: entry.at.toISOString(),
  bookedAt: entry.bookedAt.toISOString(),
  month: entry.month,
  ref: entry.ref,
  reason: entry.reason,
});

type Decision = NonNullable<PointsAppealDoc['decision']>;

const viewSaid = ({ who, at, accept, reason }: Decision) => ({ who, at: at.toISOString(), accept, reason });

const viewDecision = (decision: Decision) => ({
  ...viewSaid(decision),
  ...defined({
    points: decision.tenths === undefined ? undefined : pointsOf(decision.tenths),
    alone: decision.alone,
  }),
});

const allowedActs = (appeal: Appeal, caller: Caller, able: Deciders): AppealView['allowed'] => [
  ...(mayAnswerAppeal(appeal, caller) ? (['answerAppeal'] as const) : []),
  ...(mayDecideAppeal(appeal, caller, able) ? (['decide'] as const) : []),
];

export async function viewAppeal(appeal: PointsAppealDoc, viewing: Viewing): Promise<{ appeal: AppealView }> {
  const [view] = await viewAppeals([appeal], viewing);
  if (!view) throw new Error(`the entry of appeal ${appeal._id} is gone`);
  return { appeal: view };
}
