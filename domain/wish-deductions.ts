/**
 * 心愿办理中的扣分: which timer steps cost points, and when they do not. A step is only reached while the wish's clock
 * runs: in 待补充, 暂缓 and 部门协办 no timer of the claimer's does. Source: practice notes, D1 to D4.
 */
import type { RuleCode } from './points-rules';
import { chineseDate, DAY_MS, HOUR_MS, shanghaiDay } from './time';
import type { Wish } from './wish';
import type { TimerName, TimerStep } from './wish-timers';

/** Hours after the claim that D1 gives for the first contact. */
const CONTACT_HOURS = 48;

/** What came due longer ago was found by a clock that stood still, or came in with an old ledger: nobody is charged. */
const FRESH_DAYS = 30;

export interface WishDeduction {
  rule: RuleCode;
  /** What makes it one thing: the wish, or the wish and the week in which a note was owed ('<wish>:2026-W48'). */
  refId: string;
  /** When it was late. */
  at: Date;
  reason: string;
}

interface Due {
  timer: { name: TimerName; base: Date; step: number };
  steps: readonly TimerStep[];
}

type InHand = Pick<Wish, 'id' | 'status' | 'submitterId' | 'helpRequest' | 'pauseRequest'>;

const atOf = ({ timer: { base } }: Due, { afterHours }: TimerStep): Date =>
  new Date(base.getTime() + afterHours * HOUR_MS);

/** '2026-W48', by ISO 8601 in Asia/Shanghai. */
export function weekOf(at: Date): string {
  const day = new Date(`${shanghaiDay(at)}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The first step has only warned. */
const notContacted = (refId: string, due: Due): WishDeduction[] =>
  due.steps
    .filter((step, index) => due.timer.step + index > 0 && step.afterHours >= CONTACT_HOURS)
    .map((step) => ({ rule: 'D1', refId, at: atOf(due, step), reason: '认领后 48 小时没有联系心愿人' }));

/** A run that comes late finds the last week only: of those before it nobody was reminded. */
const noProgress = (wishId: string, due: Due): WishDeduction[] =>
  due.steps.slice(-1).map((step) => {
    const at = atOf(due, step);
    const days = Math.floor(step.afterHours / 24);
    return { rule: 'D2', refId: `${wishId}:${weekOf(at)}`, at, reason: `已有 ${days} 天没有登记进展` };
  });

const notDone = (refId: string, due: Due): WishDeduction[] =>
  due.steps
    .filter(({ afterHours }) => afterHours >= 0)
    .map((step) => ({
      rule: 'D3',
      refId,
      at: atOf(due, step),
      reason: `到了办理时限（${chineseDate(due.timer.base)}）没有办结，也没有延期`,
    }));

function ofTimer({ id, helpRequest, pauseRequest }: InHand, due: Due): WishDeduction[] {
  // Who has asked for a department, or to pause, waits for an answer.
  const hasAsked = helpRequest !== undefined || pauseRequest !== undefined;
  switch (due.timer.name) {
    case 'contact':
      return notContacted(id, due);
    case 'progress':
      return hasAsked ? [] : noProgress(id, due);
    case 'due':
      return hasAsked ? [] : notDone(id, due);
    default:
      return [];
  }
}

/** What the steps that are due now cost the claimer; several of one refId are one thing that was late more than once. */
export function deductionsOf(wish: InHand, due: readonly Due[], now: Date): WishDeduction[] {
  if (wish.status !== 'claimed') return [];
  return due
    .filter(({ timer }) => wish.submitterId !== undefined || timer.step > 0)
    .flatMap((one) => ofTimer(wish, one))
    .filter(({ at }) => now.getTime() - at.getTime() <= FRESH_DAYS * DAY_MS);
}
