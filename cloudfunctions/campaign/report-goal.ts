import * as contract from '../../contract/campaign';
import { actingAs, leadingAs } from '../../domain/acting';
import { checkCampaign, checkOwnGroup } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { shanghaiMonth } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as tallies from '../store/campaign-tallies';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import { viewCampaign } from './view-campaign';

/** 人工填报: how far a group is with what the system cannot count; its name stands beside the figure. */
export const reportGoal = useCase(contract.reportGoal, async ({ id, goalId, groupId, value, note }, context) => {
  const { caller, now, host } = context;
  checkOwnGroup(groupId, caller);
  await checkText(host, note);
  const campaign = await inTransaction(async (tx) => {
    const found = await campaigns.get(id, tx);
    checkCampaign('reportGoal', found, caller);
    const goal = found.goals.find((one) => one.id === goalId);
    if (!goal || goal.metric !== 'manual') {
      throw new DomainError('INVALID_INPUT', { details: { goalId: '这项目标由系统统计，不用填报' } });
    }
    if (goal.targets[groupId] === undefined) {
      throw new DomainError('INVALID_INPUT', { details: { groupId: '这个小组没有这项目标' } });
    }
    const who = actingAs(leadingAs(caller), caller);
    const said = { value, month: shanghaiMonth(now), at: now, who, accountId: caller.accountId, ...defined({ note }) };
    await tallies.report(id, groupId, goalId, said, tx);
    return found;
  });
  return viewCampaign(campaign, context);
});
