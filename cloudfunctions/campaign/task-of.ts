import type { Caller } from '../../domain/caller';
import { checkTask, type TaskAction } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { inTransaction, type Tx } from '../store/database';
import * as tasks from '../store/campaign-tasks';
import type { CampaignTaskDoc } from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import type { CampaignDoc } from '../store/campaigns';

export const staleTask = (): DomainError =>
  new DomainError('WRONG_STATE', { message: '这项任务刚刚有了变化，请刷新后再操作' });

interface Acting {
  action: TaskAction;
  id: string;
  taskId: string;
  rev?: number | undefined;
  caller: Caller;
}

/** One act on one task of a campaign, in one transaction; refuses what somebody else moved meanwhile. */
export async function actOnTask(
  { action, id, taskId, rev, caller }: Acting,
  act: (task: CampaignTaskDoc, campaign: CampaignDoc, tx: Tx) => Promise<boolean>,
): Promise<CampaignDoc> {
  return inTransaction(async (tx) => {
    const [campaign, task] = [await campaigns.get(id, tx), await tasks.get(taskId, tx)];
    if (task.campaignId !== id) throw new DomainError('NOT_FOUND');
    if (rev !== undefined && rev !== task.rev) throw staleTask();
    checkTask(action, task, campaign, caller);
    if (!(await act(task, campaign, tx))) throw staleTask();
    return campaign;
  });
}
