import * as contract from '../../contract/campaign';
import { dayAfter, morningOf } from '../../domain/campaign';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import { moveCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

/** 撤下更正: what was published goes back to the presidium's desk, and its figures are live again. */
export const reopenCampaign = useCase(contract.reopen, async ({ id, reason }, context) => {
  const { caller, now, host } = context;
  await checkText(host, reason);
  const campaign = await campaigns.get(id);
  const reopened = await moveCampaign({
    action: 'reopen',
    campaign,
    caller,
    now,
    line: '撤下总结，恢复进行',
    note: reason,
    change() {
      const { figures: _frozen, ...report } = campaign.report ?? { title: '', text: '', savedBy: '' };
      const at = morningOf(dayAfter(campaign.until, 1));
      // What is over already is not asked for again the same morning.
      return {
        status: 'running',
        report,
        closedAt: null,
        closedBy: null,
        ...(at > now ? { next: { what: 'report' as const, at } } : {}),
      };
    },
    alongside: (tx) => tasks.beginReminding(id, now, tx),
  });
  return viewCampaign(reopened, context);
});
