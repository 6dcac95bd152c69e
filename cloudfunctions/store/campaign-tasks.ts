/** campaignTasks: what a group, or the town, has to do in a campaign, by whom and by when. */
import { nextTaskReminder } from '../../domain/campaign';
import { DomainError } from '../../domain/errors';
import { updateOf, type Change } from './change';
import { collection, type Tx } from './database';

export interface CampaignTaskDoc {
  _id: string;
  campaignId: string;
  /** The town's own where there is none. */
  groupId?: string;
  title: string;
  responsible: { representativeId: string; name: string };
  /** Shanghai day 'YYYY-MM-DD'. */
  dueOn: string;
  status: 'open' | 'done';
  done?: { at: Date; who: string; note: string; photos: string[] };
  /** Why it was opened again. */
  reopened?: { at: Date; who: string; reason: string };
  /** While it is open and its campaign runs: when whoever keeps it is reminded. */
  remindAt?: Date;
  token?: string;
  rev: number;
}

const tasks = collection<CampaignTaskDoc>('campaignTasks', [
  { key: { campaignId: 1, dueOn: 1, _id: 1 }, name: 'campaign' },
  { key: { remindAt: 1 }, name: 'remindAt', sparse: true },
  { key: { token: 1 }, name: 'token', unique: true, sparse: true },
]);

/** A campaign has some dozens of tasks; more are refused. */
export const MOST_TASKS = 200;

const within = (tx?: Tx) => (tx ? { session: tx } : {});

export async function get(id: string, tx?: Tx): Promise<CampaignTaskDoc> {
  const task = await (await tasks()).findOne({ _id: id }, within(tx));
  if (!task) throw new DomainError('NOT_FOUND', { message: '没有找到这项任务，可能已被删除' });
  return task;
}

/** By their days. */
export async function listOf(campaignId: string, tx?: Tx): Promise<CampaignTaskDoc[]> {
  return (await tasks()).find({ campaignId }, within(tx)).sort({ dueOn: 1, _id: 1 }).limit(MOST_TASKS).toArray();
}

/** False where the same token has made it already. */
export async function insertOnce(task: CampaignTaskDoc, tx: Tx): Promise<boolean> {
  const all = await tasks();
  if (task.token !== undefined && (await all.findOne({ token: task.token }, { session: tx }))) return false;
  if ((await all.countDocuments({ campaignId: task.campaignId }, { session: tx })) >= MOST_TASKS) {
    throw new DomainError('INVALID_INPUT', { message: `一个活动最多 ${MOST_TASKS} 项任务` });
  }
  await all.insertOne(task, { session: tx });
  return true;
}

export async function insertMany(docs: readonly CampaignTaskDoc[], tx: Tx): Promise<void> {
  if (docs.length > 0) await (await tasks()).insertMany([...docs], { session: tx });
}

export type TaskChange = Change<CampaignTaskDoc>;

/** Makes one move if nobody moved first; false when somebody did. */
export async function moveIn({ _id, status, rev }: CampaignTaskDoc, change: TaskChange, tx: Tx): Promise<boolean> {
  const { modifiedCount } = await (
    await tasks()
  ).updateOne(
    { _id, status, rev },
    {
      ...updateOf(change),
      $inc: { rev: 1 },
    },
    { session: tx },
  );
  return modifiedCount === 1;
}

export async function remove({ _id, rev }: CampaignTaskDoc, tx: Tx): Promise<boolean> {
  return (await (await tasks()).deleteOne({ _id, rev, status: 'open' }, { session: tx })).deletedCount === 1;
}

export async function removeAllOf(campaignId: string, tx: Tx): Promise<void> {
  await (await tasks()).deleteMany({ campaignId }, { session: tx });
}

/** The campaign begins to run, or again: its open tasks are reminded of from now on. */
export async function beginReminding(campaignId: string, now: Date, tx: Tx): Promise<void> {
  for (const { _id, status, dueOn } of await listOf(campaignId, tx)) {
    const remindAt = nextTaskReminder(dueOn, now);
    if (status === 'open' && remindAt)
      await (await tasks()).updateOne({ _id }, { $set: { remindAt } }, { session: tx });
  }
}

export async function stopReminding(campaignId: string, tx: Tx): Promise<void> {
  await (await tasks()).updateMany({ campaignId }, { $unset: { remindAt: '' } }, { session: tx });
}

/** Those that somebody is to be reminded of, the longest due first. */
export async function listToRemind(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await tasks()
  )
    .find(
      { remindAt: { $lte: now }, ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}) },
      { hint: 'remindAt' },
    )
    .sort({ remindAt: 1 })
    .project<Pick<CampaignTaskDoc, '_id'>>({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** Takes the reminder that is due, once, and sets the next; null when there is none any more. */
export async function takeReminder(id: string, now: Date, tx: Tx): Promise<CampaignTaskDoc | null> {
  const all = await tasks();
  const task = await all.findOne({ _id: id, status: 'open', remindAt: { $lte: now } }, { session: tx });
  if (!task) return null;
  const next = nextTaskReminder(task.dueOn, now);
  await all.updateOne({ _id: id }, next ? { $set: { remindAt: next } } : { $unset: { remindAt: '' } }, { session: tx });
  return task;
}
