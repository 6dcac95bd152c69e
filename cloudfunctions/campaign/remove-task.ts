import * as contract from '../../contract/campaign';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import { actOnTask } from './task-of';
import { viewCampaign } from './view-campaign';

/** Takes an open task off the plan. */
export const removeTask = useCase(contract.removeTask, async (input, context) => {
  const acting = { ...input, action: 'remove', caller: context.caller } as const;
  return viewCampaign(await actOnTask(acting, (task, _campaign, tx) => tasks.remove(task, tx)), context);
});
