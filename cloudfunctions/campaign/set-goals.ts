import type { z } from 'zod';
import * as contract from '../../contract/campaign';
import { metricUnits, type Goal } from '../../domain/campaign';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import * as groups from '../store/groups';
import { moveCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

type Set = z.output<typeof contract.setGoals.input>['goals'][number];

/** The goals of all groups as one list; a goal that keeps its id keeps what has been reported of it. */
export const setGoals = useCase(contract.setGoals, async ({ id, rev, goals }, context) => {
  const { caller, now, newId, host } = context;
  const campaign = await campaigns.get(id);
  const known = new Set((await groups.listAll()).map((group) => group._id));
  await checkText(host, ...goals.flatMap(({ name, unit, theme }) => [name, unit, theme]));
  const set = goals.map((goal) => goalOf(goal, campaign.goals, known, newId));
  const changed = await moveCampaign({
    action: 'setGoals',
    campaign,
    caller,
    now,
    rev,
    line: '修改目标',
    change: () => ({ goals: set }),
  });
  return viewCampaign(changed, context);
});

function goalOf(
  { id, name, metric, unit, theme, targets }: Set,
  before: readonly Goal[],
  groupIds: ReadonlySet<string>,
  newId: () => string,
): Goal {
  const stranger = targets.find(({ groupId }) => !groupIds.has(groupId));
  if (stranger) throw new DomainError('INVALID_INPUT', { details: { goals: '没有这个代表小组，请从列表中选择' } });
  const kept = before.find((goal) => goal.id === id && goal.metric === metric);
  return {
    id: kept?.id ?? newId(),
    name,
    metric,
    unit: metric === 'manual' ? (unit ?? '件') : metricUnits[metric],
    ...defined({ theme }),
    targets: Object.fromEntries(
      targets.filter(({ target }) => target > 0).map(({ groupId, target }) => [groupId, target]),
    ),
  };
}
