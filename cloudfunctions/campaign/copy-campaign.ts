import * as contract from '../../contract/campaign';
import { checkSpan, movedDay } from '../../domain/campaign';
import { checkCampaign } from '../../domain/campaign-rights';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import type { CampaignDoc } from '../store/campaigns';
import { inTransaction } from '../store/database';
import { eventOf } from './move-campaign';
import { viewCampaign } from './view-campaign';

/** Next year's from this one's: what was planned, with its days moved, and nothing of what was done. */
export const copyCampaign = useCase(contract.copy, async ({ id, name, from, until, clientToken }, context) => {
  const { caller, now, newId, host } = context;
  const before = await campaigns.get(id);
  checkCampaign('copy', before, caller);
  checkSpan({ from, until });
  await checkText(host, name);
  const draft: CampaignDoc = {
    _id: newId(),
    name: name ?? before.name,
    from,
    until,
    startsAt: campaigns.startOf(from),
    themes: before.themes,
    intro: before.intro,
    notice: before.notice,
    status: 'draft',
    // New ids: what was reported of a goal belongs to that year.
    goals: before.goals.map((goal) => ({ ...goal, id: newId() })),
    copiedFrom: { id, name: before.name },
    timeline: [eventOf('复制方案', caller, now, before.name)],
    token: `${caller.accountId}|${clientToken}`,
    rev: 1,
  };
  const copied = await inTransaction(async (tx) => {
    const there = await campaigns.insertOnce(draft, tx);
    if (there._id !== draft._id) return there;
    const planned = (await tasks.listOf(id, tx)).map(({ groupId, title, responsible, dueOn }) => ({
      _id: newId(),
      campaignId: draft._id,
      title,
      responsible,
      dueOn: movedDay(dueOn, before, draft),
      status: 'open' as const,
      rev: 1,
      ...defined({ groupId }),
    }));
    await tasks.insertMany(planned, tx);
    return there;
  });
  return viewCampaign(copied, context);
});
