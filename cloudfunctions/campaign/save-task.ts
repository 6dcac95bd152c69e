import type { z } from 'zod';
import * as contract from '../../contract/campaign';
import { nextTaskReminder } from '../../domain/campaign';
import { checkCampaign, checkOwnGroup } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { chineseDate } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import type { CampaignTaskDoc } from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import type { CampaignDoc } from '../store/campaigns';
import { inTransaction, type Tx } from '../store/database';
import * as notices from '../store/notices';
import * as representatives from '../store/representatives';
import { actOnTask } from './task-of';
import { viewCampaign } from './view-campaign';

type Saved = z.output<typeof contract.saveTask.input>;
type Facts = Pick<CampaignTaskDoc, 'title' | 'responsible' | 'dueOn'>;

/** A task of a group, or of the town, with who answers for it and its day; that person is told. */
export const saveTask = useCase(contract.saveTask, async (input, context) => {
  const { caller, host } = context;
  checkOwnGroup(input.groupId, caller);
  const facts = await factsOf(input);
  await checkText(host, input.title);
  const campaign = await (input.taskId === undefined
    ? addTask(input, facts, context)
    : changeTask(input.taskId, input, facts, context));
  return viewCampaign(campaign, context);
});

async function factsOf({ groupId, title, representativeId, dueOn }: Saved): Promise<Facts> {
  const person = await representatives.find(representativeId);
  if (!person?.active || (groupId !== undefined && person.groupId !== groupId)) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: '请从本组代表中选择责任人' } });
  }
  return { title, responsible: { representativeId, name: person.name }, dueOn };
}

function refuseOutside({ from, until }: CampaignDoc, dueOn: string): void {
  if (dueOn >= from && dueOn <= until) return;
  throw new DomainError('INVALID_INPUT', { details: { dueOn: '完成时限应在活动时间内' } });
}

async function addTask(input: Saved, facts: Facts, { caller, now, newId }: Context): Promise<CampaignDoc> {
  const { id, groupId, clientToken } = input;
  if (clientToken === undefined) throw new DomainError('INVALID_INPUT', { details: { clientToken: '缺少提交标识' } });
  return inTransaction(async (tx) => {
    const campaign = await campaigns.get(id, tx);
    checkCampaign('addTask', campaign, caller);
    refuseOutside(campaign, facts.dueOn);
    const task: CampaignTaskDoc = {
      ...facts,
      _id: newId(),
      campaignId: id,
      status: 'open',
      token: `${caller.accountId}|${clientToken}`,
      rev: 1,
      ...defined({ groupId, remindAt: remindAt(campaign, facts, now) }),
    };
    if (await tasks.insertOnce(task, tx)) await tellResponsible(campaign, facts, now, tx);
    return campaign;
  });
}

const changeTask = (
  taskId: string,
  { id, rev, groupId }: Saved,
  facts: Facts,
  { caller, now }: Context,
): Promise<CampaignDoc> =>
  actOnTask({ action: 'save', id, taskId, rev, caller }, async (task, campaign, tx) => {
    refuseOutside(campaign, facts.dueOn);
    const remind = remindAt(campaign, facts, now);
    const moved = await tasks.moveIn(task, { ...facts, groupId: groupId ?? null, remindAt: remind ?? null }, tx);
    const isAnothers = task.responsible.representativeId !== facts.responsible.representativeId;
    if (moved && isAnothers) await tellResponsible(campaign, facts, now, tx);
    return moved;
  });

const remindAt = ({ status }: CampaignDoc, { dueOn }: Facts, now: Date): Date | undefined =>
  status === 'running' ? nextTaskReminder(dueOn, now) : undefined;

/** Of a draft nobody is told. */
async function tellResponsible(
  { _id, name, status }: CampaignDoc,
  { title, responsible, dueOn }: Facts,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (status !== 'running') return;
  const day = chineseDate(campaigns.startOf(dueOn));
  const notice = { about: about('campaign', _id), text: `“${name}”的任务“${title}”由您负责，请在${day}前完成` };
  await notices.tell([mailbox.representative(responsible.representativeId)], notice, now, tx);
}
