import type { TaskView } from '../../contract/campaign-view';
import type { Caller } from '../../domain/caller';
import { allowedTaskActions } from '../../domain/campaign-rights';
import { shanghaiDay } from '../../domain/time';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import { viewPhotos } from '../kit/view-photos';
import * as tasks from '../store/campaign-tasks';
import type { CampaignDoc } from '../store/campaigns';

interface Viewing {
  caller: Caller;
  now: Date;
  host: Host;
  names: ReadonlyMap<string, string>;
}

/** The tasks of a campaign by their days, for those who take part. */
export async function viewTasks(campaign: CampaignDoc, { caller, now, host, names }: Viewing): Promise<TaskView[]> {
  const all = await tasks.listOf(campaign._id);
  const photosOf = await viewPhotos(
    host,
    all.flatMap(({ done }) => done?.photos ?? []),
  );
  const today = shanghaiDay(now);
  return all.map((task) => {
    const { _id: id, groupId, title, responsible, dueOn, status, done, reopened, rev } = task;
    return {
      ...{ id, title, dueOn, status, rev },
      groupName: groupId === undefined ? '镇人大' : (names.get(groupId) ?? ''),
      representativeId: responsible.representativeId,
      responsible: responsible.name,
      isOverdue: status === 'open' && dueOn < today,
      allowed: allowedTaskActions(task, campaign, caller),
      ...defined({
        groupId,
        done: done && {
          at: done.at.toISOString(),
          who: done.who,
          note: done.note,
          photos: photosOf(done.photos),
          isLate: shanghaiDay(done.at) > dueOn,
        },
        reopened: reopened && { ...reopened, at: reopened.at.toISOString() },
      }),
    };
  });
}
