import { dayAfter, morningOf } from '../../domain/campaign';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { shanghaiDay } from '../../domain/time';
import type { Host } from '../host/host';
import { callGroups, remindOfReport, remindUnread } from '../store/campaign-notices';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import * as groups from '../store/groups';
import * as notices from '../store/notices';
import * as representatives from '../store/representatives';
import { workOff } from './work-off';

/** 主题实践活动: finishes the call that a crash broke off, and reminds of what has not been read, then of the report. */
export async function campaignReminders(now: Date, host: Host): Promise<number> {
  return workOff({
    job: 'campaignReminders',
    host,
    due: (except, limit) => campaigns.listDue(now, except, limit),
    one: async (id) => {
      const called = await callGroups(id, now);
      return (await sayNext(id, now)) || called;
    },
  });
}

async function sayNext(id: string, now: Date): Promise<boolean> {
  const campaign = await campaigns.get(id);
  const { next, until } = campaign;
  if (!next || next.at > now) return false;
  if (next.what === 'report') {
    return inTransaction(async (tx) => {
      const taken = await campaigns.takeNext(campaign, undefined, tx);
      if (taken) await remindOfReport(campaign, shanghaiDay(now), now, tx);
      return taken;
    });
  }
  // By group, so that no transaction holds a whole town; those who were reminded are reminded in the same place.
  for (const { _id } of await groups.listAll()) {
    const members = await representatives.listByGroup(_id);
    await inTransaction((tx) => remindUnread(campaign, members, now, tx));
  }
  const report = { what: 'report', at: morningOf(dayAfter(until, 1)) } as const;
  return inTransaction((tx) => campaigns.takeNext(campaign, report, tx));
}

/** A task that is due in three days, or was due yesterday: whoever answers for it, and then its group's 组长、联络员 too. */
export async function campaignTasks(now: Date, host: Host): Promise<number> {
  return workOff({
    job: 'campaignTasks',
    host,
    due: (except, limit) => tasks.listToRemind(now, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const task = await tasks.takeReminder(id, now, tx);
        if (!task) return false;
        const { campaignId, title, responsible, groupId, dueOn } = task;
        const isOverdue = dueOn < shanghaiDay(now);
        const office = groupId === undefined ? mailbox.presidium() : mailbox.liaison(groupId);
        const own = mailbox.representative(responsible.representativeId);
        const text = isOverdue
          ? `任务“${title}”（责任人${responsible.name}）已超过完成时限`
          : `任务“${title}”快到完成时限了，请抓紧办理`;
        await notices.remind(
          isOverdue ? [own, office] : [own],
          { about: about('campaign', campaignId), text },
          now,
          tx,
        );
        return true;
      }),
  });
}
