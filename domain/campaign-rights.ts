/** Who may do what with a 主题实践活动: what the server decides and what the pages show. */
import type { CampaignStatus, FiledKind } from './campaign';
import { cameToNothing } from './campaign-tally';
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import { campaignStatusLabels } from './labels';
import { leads } from './wish-actors';

export const campaignActions = [
  'save',
  'discard',
  'publish',
  'setGoals',
  'addTask',
  'reportGoal',
  'read',
  'reads',
  'remind',
  'saveReport',
  'close',
  'reopen',
  'paper',
  'copy',
] as const;
export type CampaignAction = (typeof campaignActions)[number];

const plans = (caller: Caller): boolean => hasRole(caller, 'presidium');
/** 组长、联络员 of some group, or 主席团. */
const leadsSome = (caller: Caller): boolean =>
  plans(caller) || (hasRole(caller, 'liaison') && caller.groupId !== undefined);

interface Rule {
  from: readonly CampaignStatus[];
  who: (caller: Caller) => boolean;
}

const rules: Record<CampaignAction, Rule> = {
  save: { from: ['draft', 'running'], who: plans },
  discard: { from: ['draft'], who: plans },
  publish: { from: ['draft'], who: plans },
  setGoals: { from: ['draft', 'running'], who: plans },
  // 主席团 sets the goals; how a group gets there is its leaders' to plan as well.
  addTask: { from: ['draft', 'running'], who: leadsSome },
  reportGoal: { from: ['running'], who: leadsSome },
  read: { from: ['running'], who: (caller) => caller.representativeId !== undefined },
  reads: { from: ['running', 'closed'], who: (caller) => leadsSome(caller) || seesTown(caller) },
  remind: { from: ['running'], who: leadsSome },
  saveReport: { from: ['running'], who: plans },
  close: { from: ['running'], who: plans },
  reopen: { from: ['closed'], who: plans },
  paper: { from: ['running', 'closed'], who: (caller) => leadsSome(caller) || seesTown(caller) },
  copy: { from: ['draft', 'running', 'closed'], who: plans },
};

export interface CampaignFacts {
  status: CampaignStatus;
}

/** Drafts are the office's own. */
export const maySeeCampaign = ({ status }: CampaignFacts, caller: Caller | null): boolean =>
  status !== 'draft' || seesTown(caller);

/** Goals, tasks and the mobilisation notice are for those who take part. */
export const seesInside = (caller: Caller | null): caller is Caller =>
  caller !== null && (caller.representativeId !== undefined || hasRole(caller, 'liaison') || seesTown(caller));

export const allowedCampaignActions = ({ status }: CampaignFacts, caller: Caller | null): CampaignAction[] =>
  caller === null
    ? []
    : campaignActions.filter(
        (action) =>
          rules[action].from.includes(status) && rules[action].who(caller) && maySeeCampaign({ status }, caller),
      );

/** Throws FORBIDDEN for the wrong person, WRONG_STATE for the wrong time. */
export function checkCampaign(action: CampaignAction, { status }: CampaignFacts, caller: Caller): void {
  const rule = rules[action];
  if (!rule.who(caller)) throw new DomainError('FORBIDDEN', { facts: { action } });
  if (rule.from.includes(status)) return;
  throw new DomainError('WRONG_STATE', {
    message: `活动目前是“${campaignStatusLabels[status]}”，不能进行这项操作`,
    details: { status },
  });
}

/** Throws FORBIDDEN where somebody works for another group than their own. */
export function checkOwnGroup(groupId: string | undefined, caller: Caller): void {
  // A task of the town has no group: only 主席团 gives it.
  if (!leads({ groupId: groupId ?? '' }, caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能办理本组的事项，其他小组的请联系主席团' });
  }
}

/** What the rules know of a thing that is filed. */
export interface FiledThing {
  kind: FiledKind;
  status: string;
  /** The group whose it is; the town's own where there is none. */
  groupId?: string;
}

/** What still counts for something. Until a duty is settled, whoever changes it says under which campaign it is. */
const countsStill: Record<FiledKind, (status: string) => boolean> = {
  wish: (status) => !cameToNothing.some((one) => one === status),
  post: (status) => status !== 'removed',
  duty: (status) => status === 'settled',
};

/** Whether somebody may file it under another campaign, or under none: 组长、联络员 of its group, or 主席团. */
export const mayFile = ({ kind, status, groupId }: FiledThing, caller: Caller | null): boolean =>
  caller !== null && countsStill[kind](status) && leads({ groupId: groupId ?? '' }, caller);

const countsNoMore = {
  wish: '这个心愿已经撤回、并案或不予受理，不计入活动',
  post: '这条晒单已经撤回，不计入活动',
  duty: '确认考勤以后才在这里改归；确认以前请用“修改活动”',
} as const satisfies Record<FiledKind, string>;

/** Throws FORBIDDEN for the wrong person, WRONG_STATE for what counts for nothing. */
export function checkFile({ kind, status, groupId }: FiledThing, caller: Caller): void {
  checkOwnGroup(groupId, caller);
  if (!countsStill[kind](status)) throw new DomainError('WRONG_STATE', { message: countsNoMore[kind] });
}

export const taskActions = ['save', 'remove', 'finish', 'reopen'] as const;
export type TaskAction = (typeof taskActions)[number];

export interface TaskFacts {
  status: 'open' | 'done';
  groupId?: string;
  responsible: { representativeId: string };
}

const leadsTask = ({ groupId }: TaskFacts, caller: Caller): boolean => leads({ groupId: groupId ?? '' }, caller);
const isResponsible = ({ responsible }: TaskFacts, caller: Caller): boolean =>
  caller.representativeId !== undefined && responsible.representativeId === caller.representativeId;

const taskRules: Record<TaskAction, (task: TaskFacts, campaign: CampaignFacts, caller: Caller) => boolean> = {
  save: (task, { status }, caller) => task.status === 'open' && status !== 'closed' && leadsTask(task, caller),
  remove: (task, { status }, caller) => task.status === 'open' && status !== 'closed' && leadsTask(task, caller),
  finish: (task, { status }, caller) =>
    task.status === 'open' && status === 'running' && (isResponsible(task, caller) || leadsTask(task, caller)),
  reopen: (task, { status }, caller) =>
    task.status === 'done' && status === 'running' && (isResponsible(task, caller) || leadsTask(task, caller)),
};

export const allowedTaskActions = (task: TaskFacts, campaign: CampaignFacts, caller: Caller): TaskAction[] =>
  taskActions.filter((action) => taskRules[action](task, campaign, caller));

export function checkTask(action: TaskAction, task: TaskFacts, campaign: CampaignFacts, caller: Caller): void {
  if (taskRules[action](task, campaign, caller)) return;
  const mayEver = leadsTask(task, caller) || (action !== 'save' && action !== 'remove' && isResponsible(task, caller));
  if (!mayEver) throw new DomainError('FORBIDDEN', { message: '任务由责任人和本组组长、联络员办理' });
  throw new DomainError('WRONG_STATE', { message: '任务已有变化，或活动不在进行中，请刷新后再看' });
}
