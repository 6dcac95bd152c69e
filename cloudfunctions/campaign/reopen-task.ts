import * as contract from '../../contract/campaign';
import { nextTaskReminder } from '../../domain/campaign';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import * as notices from '../store/notices';
import { doerOf } from './finish-task';
import { actOnTask } from './task-of';
import { viewCampaign } from './view-campaign';

/** Not done after all, with the reason; whoever answers for it is told. */
export const reopenTask = useCase(contract.reopenTask, async ({ reason, ...one }, context) => {
  const { caller, now, host } = context;
  await checkText(host, reason);
  const campaign = await actOnTask({ ...one, action: 'reopen', caller }, async (task, { _id, name }, tx) => {
    const { responsible, title, dueOn } = task;
    const reopened = { at: now, who: doerOf(task, caller), reason };
    const remindAt = nextTaskReminder(dueOn, now) ?? null;
    const moved = await tasks.moveIn(task, { status: 'open', done: null, reopened, remindAt }, tx);
    const isOwn = responsible.representativeId === caller.representativeId;
    if (moved && !isOwn) {
      const notice = { about: about('campaign', _id), text: `“${name}”的任务“${title}”需要继续办理：${reason}` };
      await notices.tell([mailbox.representative(responsible.representativeId)], notice, now, tx);
    }
    return moved;
  });
  return viewCampaign(campaign, context);
});
