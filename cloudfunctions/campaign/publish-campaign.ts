import * as contract from '../../contract/campaign';
import { DomainError } from '../../domain/errors';
import { actingAs, leadingAs } from '../../domain/acting';
import { addDays, shanghaiDay } from '../../domain/time';
import { useCase } from '../kit/use-case';
import { callGroups } from '../store/campaign-notices';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import type { CampaignDoc } from '../store/campaigns';
import * as groups from '../store/groups';
import { moveCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

/** Who has not read the notice after so many days is reminded. */
const UNREAD_DAYS = 3;

/** 启动: from now on things are filed under it. Everybody is told right away; what a crash leaves, the clock does. */
export const publishCampaign = useCase(contract.publish, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const campaign = await campaigns.get(id);
  const published = await moveCampaign({
    action: 'publish',
    campaign,
    caller,
    now,
    rev,
    line: '启动活动',
    async change(tx) {
      refuseUnready(campaign, shanghaiDay(now));
      const all = await groups.listAll(tx);
      return {
        status: 'running',
        publishedAt: now,
        publishedBy: actingAs(leadingAs(caller), caller),
        toTell: all.map((group) => group._id),
        next: { what: 'unread', at: addDays(now, UNREAD_DAYS) },
      };
    },
    alongside: (tx) => tasks.beginReminding(id, now, tx),
  });
  await callGroups(id, now);
  return viewCampaign(published, context);
});

function refuseUnready({ notice, until }: CampaignDoc, today: string): void {
  if (notice === '') throw new DomainError('INVALID_INPUT', { details: { notice: '请先写好动员通知，再启动活动' } });
  if (until < today) throw new DomainError('INVALID_INPUT', { details: { until: '结束日期已过，请先修改日期' } });
}
