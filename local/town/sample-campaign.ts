/** The sample town's 主题实践活动: it began last month and goes on for two more, whenever the town is filled. */
import { newId } from '../../cloudfunctions/kit/new-id';
import * as tasks from '../../cloudfunctions/store/campaign-tasks';
import * as campaigns from '../../cloudfunctions/store/campaigns';
import { inTransaction } from '../../cloudfunctions/store/database';
import * as groups from '../../cloudfunctions/store/groups';
import * as representatives from '../../cloudfunctions/store/representatives';
import { dayAfter, metricUnits, morningOf, nextTaskReminder, type Metric } from '../../domain/campaign';
import { shanghaiDay } from '../../domain/time';
import sample from './sample/campaign.json';

/** The first day of the month so many months later. */
function firstOfMonth(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function aCampaign(groupIds: readonly string[], now: Date): campaigns.CampaignDoc {
  const today = shanghaiDay(now);
  const from = firstOfMonth(today, -1);
  const until = dayAfter(firstOfMonth(today, 3), -1);
  const { name, themes, intro, notice, goals } = sample;
  return {
    _id: 'sample-campaign',
    ...{ name, themes, intro, notice, from, until },
    startsAt: campaigns.startOf(from),
    status: 'running',
    goals: goals.map(({ name: goal, metric, theme, target }, index) => ({
      id: `goal-${index + 1}`,
      name: goal,
      metric: metric as Metric,
      unit: metricUnits[metric as Metric],
      theme,
      targets: Object.fromEntries(groupIds.map((id) => [id, target])),
    })),
    publishedAt: now,
    publishedBy: '镇人大主席团',
    // Nobody is called by a notice: the call stands on the campaign's own page, for whoever looks.
    timeline: [{ at: now, who: '示例数据', accountId: 'system', what: '启动活动' }],
    next: { what: 'report', at: morningOf(dayAfter(until, 1)) },
    rev: 1,
  };
}

export async function fillSampleCampaign(now: Date): Promise<void> {
  if (await campaigns.find('sample-campaign')) return;
  const all = await groups.listAll();
  const leaders = (await representatives.listAll()).filter(({ position }) => position === 'leader');
  const campaign = aCampaign(
    all.map(({ _id }) => _id),
    now,
  );
  const dueOn = dayAfter(shanghaiDay(now), 14);
  const remindAt = nextTaskReminder(dueOn, now);
  await inTransaction(async (tx) => {
    await campaigns.insertOnce(campaign, tx);
    await tasks.insertMany(
      leaders.map(({ _id: representativeId, name, groupId }) => ({
        _id: newId(),
        campaignId: campaign._id,
        groupId,
        title: sample.task,
        responsible: { representativeId, name },
        dueOn,
        status: 'open' as const,
        rev: 1,
        ...(remindAt ? { remindAt } : {}),
      })),
      tx,
    );
  });
}
