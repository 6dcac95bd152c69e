import * as contract from '../../contract/campaign';
import type { Caller } from '../../domain/caller';
import { actingAs, leadingAs } from '../../domain/acting';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import type { CampaignTaskDoc } from '../store/campaign-tasks';
import * as media from '../store/media';
import { actOnTask } from './task-of';
import { viewCampaign } from './view-campaign';

/** Done, with what came of it and photos. */
export const finishTask = useCase(contract.finishTask, async ({ note, photos = [], ...one }, context) => {
  const { caller, now, host } = context;
  await checkText(host, note);
  await media.checkPhotos(photos, caller.accountId);
  const campaign = await actOnTask({ ...one, action: 'finish', caller }, async (task, _campaign, tx) => {
    await media.markUsed(photos, tx);
    const done = { at: now, who: doerOf(task, caller), note, photos };
    return tasks.moveIn(task, { status: 'done', done, remindAt: null, reopened: null }, tx);
  });
  return viewCampaign(campaign, context);
});

/** In the capacity in which somebody acts on a task. */
export const doerOf = ({ responsible }: CampaignTaskDoc, caller: Caller): string =>
  actingAs(responsible.representativeId === caller.representativeId ? 'representative' : leadingAs(caller), caller);
