/** Whose desk a wish lies on, for what, and by when: the work queue is these, the most late first. */
import { mailbox, type Mailbox } from './mailbox';
import { addDays, HOUR_MS } from './time';
import { contactFrom, noteFrom, timerSteps, MIN_CALL_BACKS, type TimerRules } from './wish-timers';
import type { Wish } from './wish';

export const taskKinds = [
  'review',
  'supply',
  'assign',
  'contact',
  'progress',
  'fulfil',
  'help',
  'pause',
  'resume',
  'settle',
  'callBack',
  'callBackMerged',
  'followUp',
  'planned',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Nobody reviews what they handed in, nor calls back about their own wish or claim (wish-actors.ts). */
export const reviewKinds = ['review'] as const satisfies readonly TaskKind[];
export const callBackKinds = ['callBack', 'callBackMerged', 'followUp'] as const satisfies readonly TaskKind[];

export interface Task {
  desk: Mailbox;
  kind: TaskKind;
  /** By when it is to be done; what is past is late. */
  actBy: Date;
}

/** What somebody asked for is to be answered within so many days. */
const ANSWER_DAYS = 2;

const hoursOf = (rules: TimerRules, name: keyof TimerRules, step: number): number => rules[name][step]?.afterHours ?? 0;

const after = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);

function claimedTask(wish: Wish, rules: TimerRules): Task | null {
  const { claimer, dueAt, helpRequest, pauseRequest, groupId, statusSince } = wish;
  if (pauseRequest) {
    return { desk: mailbox.liaison(groupId), kind: 'pause', actBy: addDays(pauseRequest.at, ANSWER_DAYS) };
  }
  if (helpRequest) return { desk: mailbox.presidium(), kind: 'help', actBy: addDays(helpRequest.at, ANSWER_DAYS) };
  if (!claimer) return null;
  const desk = mailbox.representative(claimer.representativeId);
  const lastNote = noteFrom(wish, claimer);
  if (!lastNote)
    return { desk, kind: 'contact', actBy: after(contactFrom(wish, claimer), hoursOf(rules, 'contact', 1)) };
  const noteBy = after(lastNote, hoursOf(rules, 'progress', 0));
  const fulfilBy = dueAt ?? addDays(statusSince, 30);
  return noteBy < fulfilBy ? { desk, kind: 'progress', actBy: noteBy } : { desk, kind: 'fulfil', actBy: fulfilBy };
}

/** A department's orders lie on its desk by themselves (order-desk.ts); nothing here then. */
function coordinatingTask({ departmentIds = [], pauseRequest, groupId, holder }: Wish): Task | null {
  if (pauseRequest) {
    return { desk: mailbox.liaison(groupId), kind: 'pause', actBy: addDays(pauseRequest.at, ANSWER_DAYS) };
  }
  if (departmentIds.length > 0) return null;
  return { desk: mailbox.presidium(), kind: 'settle', actBy: addDays(holder.since, ANSWER_DAYS) };
}

function callBackTask({ groupId, statusSince, callBacks = [] }: Wish, rules: TimerRules): Task | null {
  // Whoever could not be reached twice is waited for (7 days), not called again.
  if (callBacks.length >= MIN_CALL_BACKS) return null;
  const actBy = after(statusSince, hoursOf(rules, 'callBack', callBacks.length));
  return { desk: mailbox.liaison(groupId), kind: 'callBack', actBy };
}

export function taskOf(wish: Wish, rules: TimerRules = timerSteps): Task | null {
  const { status, statusSince, holder, groupId, submitterId, endedAt, followUpOn, master, rating } = wish;
  const keeper = holder.role === 'presidium' ? mailbox.presidium() : mailbox.liaison(groupId);
  switch (status) {
    case 'submitted':
      return { desk: keeper, kind: 'review', actBy: after(statusSince, hoursOf(rules, 'review', 0)) };
    case 'needInfo': {
      // Of a paper ledger there is no submitter to ask: its keeper does.
      const desk = submitterId === undefined ? keeper : mailbox.account(submitterId);
      return { desk, kind: 'supply', actBy: after(statusSince, hoursOf(rules, 'needInfo', 1)) };
    }
    case 'open':
      return { desk: keeper, kind: 'assign', actBy: after(statusSince, hoursOf(rules, 'unclaimed', 1)) };
    case 'claimed':
      return claimedTask(wish, rules);
    case 'coordinating':
      return coordinatingTask(wish);
    case 'fulfilled':
      return callBackTask(wish, rules);
    case 'closed':
      return wish.followUpDue
        ? { desk: mailbox.liaison(groupId), kind: 'followUp', actBy: addDays(endedAt ?? statusSince, 28 + 7) }
        : null;
    case 'answered':
      return followUpOn ? { desk: mailbox.presidium(), kind: 'planned', actBy: followUpOn } : null;
    case 'merged':
      // Each wisher of a merged wish is answered for themselves.
      return master && ['fulfilled', 'closed'].includes(master.status) && !rating
        ? {
            desk: mailbox.liaison(groupId),
            kind: 'callBackMerged',
            actBy: after(master.at, hoursOf(rules, 'callBack', 0)),
          }
        : null;
    case 'paused':
      // A paper ledger may name no day: then it does not come back by itself.
      return wish.resumeOn ? null : { desk: keeper, kind: 'resume', actBy: addDays(statusSince, ANSWER_DAYS) };
    case 'rejected':
    case 'withdrawn':
      return null;
  }
}
