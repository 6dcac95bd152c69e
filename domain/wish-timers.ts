/**
 * 时限: what happens to a wish by itself, and when. Each timer runs from a base that the wish itself tells; its steps
 * are data. Source: the practice notes' table of timers; a town may set its own (settings.timers).
 */
import { isFacility } from './due';
import { HOUR_MS } from './time';
import type { Claimer, Wish } from './wish';

/** Whom a step tells. */
export const toldOnes = ['submitter', 'claimer', 'members', 'liaison', 'leader', 'presidium'] as const;
export type Told = (typeof toldOnes)[number];

/** What a step does beside telling; the moves of the same name stand in wish-moves.ts. */
export const timerMoves = ['escalate', 'lapse', 'resume', 'silence', 'followUpDue'] as const;
export type TimerMove = (typeof timerMoves)[number];

export interface TimerStep {
  /** Hours from the timer's base; negative is before it. */
  afterHours: number;
  tell: readonly Told[];
  /** What the notice says, after the wish's number. */
  text: string;
  move?: TimerMove;
  /** Of the last step only: it comes again and again, so many hours after the one before. */
  every?: number;
}

const days = (count: number): number => count * 24;

export const timerSteps = {
  review: [
    { afterHours: 24, tell: ['liaison'], text: '提交已满 24 小时，请审核' },
    { afterHours: 24 + days(3), tell: ['leader', 'liaison'], text: '审核已超时 3 天，请组长督促' },
    { afterHours: 24 + days(7), tell: ['presidium'], text: '审核已超时 7 天，转主席团处理', move: 'escalate' },
  ],
  needInfo: [
    { afterHours: days(7), tell: ['submitter'], text: '还等您补充说明，满 14 天未补充将自动撤回' },
    { afterHours: days(14), tell: ['submitter'], text: '14 天没有补充，已自动撤回，可以重新提交', move: 'lapse' },
  ],
  unclaimed: [
    { afterHours: days(3), tell: ['members', 'liaison'], text: '3 天还没有代表认领' },
    { afterHours: days(5), tell: ['leader', 'liaison'], text: '5 天还没有代表认领，请组长指派' },
    { afterHours: days(7), tell: ['presidium'], text: '7 天还没有代表认领，转主席团兜底', move: 'escalate' },
  ],
  contact: [
    { afterHours: 24, tell: ['claimer'], text: '请在认领后 48 小时内联系心愿人' },
    { afterHours: 48, tell: ['claimer', 'liaison'], text: '认领已满 48 小时，还没有联系心愿人' },
    { afterHours: 48 + days(3), tell: ['leader'], text: '首次联系已超时 3 天，请组长督促' },
    { afterHours: 48 + days(7), tell: ['presidium'], text: '首次联系已超时 7 天' },
  ],
  /** Every seven days since the last note; the clock begins anew with each. */
  progress: [
    {
      afterHours: days(7),
      tell: ['claimer'],
      text: '已有 7 天以上没有登记进展，请写一句办到哪一步了',
      every: days(7),
    },
  ],
  due: [
    { afterHours: -days(2), tell: ['claimer'], text: '还有 2 天到办理时限' },
    { afterHours: 0, tell: ['claimer', 'liaison'], text: '已到办理时限' },
    { afterHours: days(3), tell: ['claimer', 'leader'], text: '已超过办理时限 3 天，请组长督促' },
    { afterHours: days(7), tell: ['presidium'], text: '已超过办理时限 7 天，列入主席团督办' },
  ],
  resume: [{ afterHours: 0, tell: ['claimer', 'liaison', 'submitter'], text: '暂缓到期，恢复办理', move: 'resume' }],
  callBack: [
    { afterHours: days(3), tell: ['liaison'], text: '办结已 3 天，请回访心愿人' },
    { afterHours: days(5), tell: ['liaison'], text: '办结已 5 天，请再次回访心愿人' },
    { afterHours: days(7), tell: ['leader'], text: '办结已 7 天，还没有回访结果' },
    { afterHours: days(14), tell: ['presidium'], text: '办结已 14 天，还没有回访结果' },
  ],
  silence: [{ afterHours: days(7), tell: ['submitter', 'claimer'], text: '两次回访未果，自动办结', move: 'silence' }],
  followUp: [
    { afterHours: days(28), tell: ['liaison'], text: '办结已 28 天，请二次回访：设施还好用吗', move: 'followUpDue' },
  ],
  planned: [{ afterHours: 0, tell: ['presidium'], text: '列入计划的日期已到，请跟进' }],
} as const satisfies Record<string, readonly TimerStep[]>;

export type TimerName = keyof typeof timerSteps;
export const timerNames = Object.keys(timerSteps) as TimerName[];
export type TimerRules = Record<TimerName, readonly TimerStep[]>;

/** One running timer: which step comes next, counted from the base. */
export interface Timer {
  name: TimerName;
  base: Date;
  step: number;
  at: Date;
  /** When the last step that was said came due: what new rules set before it is not said again. */
  said?: Date;
}

export const MIN_CALL_BACKS = 2;

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** From when the claimer's first contact is waited for; time in which the wish was paused does not count. */
export const contactFrom = ({ statusSince }: Wish, claimer: Claimer): Date => later(claimer.at, statusSince);

/** From when the next note is waited for; null before the first contact. */
export function noteFrom({ statusSince }: Wish, { contactedAt, progressAt }: Claimer): Date | null {
  const last = progressAt ?? contactedAt;
  return last ? later(last, statusSince) : null;
}

/** From when each timer of the wish runs, by what the wish itself says. */
function bases(wish: Wish): Partial<Record<TimerName, Date | null | undefined>> {
  const { statusSince, claimer, dueAt, resumeOn, callBacks = [], endedAt, followedUpAt, followUpOn } = wish;
  switch (wish.status) {
    case 'submitted':
      return { review: statusSince };
    case 'needInfo':
      // Nobody was asked whose silence could mean anything.
      return { needInfo: wish.submitterId === undefined ? null : statusSince };
    case 'open':
      return { unclaimed: statusSince };
    case 'claimed':
      if (!claimer) return { due: dueAt };
      return {
        contact: claimer.contactedAt ? null : contactFrom(wish, claimer),
        progress: noteFrom(wish, claimer),
        due: dueAt,
      };
    case 'paused':
      return { resume: resumeOn };
    case 'fulfilled': {
      const enough = callBacks[MIN_CALL_BACKS - 1];
      return enough ? { silence: enough.at } : { callBack: statusSince };
    }
    case 'closed':
      return { followUp: isFacility(wish.category) && !followedUpAt && !wish.followUpDue ? endedAt : null };
    case 'answered':
      return { planned: followUpOn };
    case 'coordinating':
    case 'rejected':
    case 'merged':
    case 'withdrawn':
      return {};
  }
}

const stepAt = (base: Date, { afterHours }: TimerStep): Date => new Date(base.getTime() + afterHours * HOUR_MS);

/** The step of that number, counted from 0; a last one that comes again has no end of numbers. */
function stepOf(steps: readonly TimerStep[], number: number): TimerStep | undefined {
  const last = steps.at(-1);
  const again = number - (steps.length - 1);
  if (again <= 0 || !last?.every) return steps[number];
  return { ...last, afterHours: last.afterHours + again * last.every };
}

/** How many steps lie at `now` or before it. */
function reachedBy(steps: readonly TimerStep[], base: Date, now: Date): number {
  const last = steps.at(-1);
  const reached = steps.filter((step) => stepAt(base, step) <= now).length;
  if (!last?.every || reached < steps.length) return reached;
  return reached + Math.floor((now.getTime() - stepAt(base, last).getTime()) / (last.every * HOUR_MS));
}

const waiting = (timer: Timer, step: number, steps: readonly TimerStep[]): Timer => {
  const next = stepOf(steps, step);
  return { ...timer, step, at: next ? stepAt(timer.base, next) : timer.at };
};

/** The timers of the wish as it now is; one whose base has not moved goes on where it was. */
export function timersOf(wish: Wish, before: readonly Timer[], rules: TimerRules = timerSteps): Timer[] {
  const running: Timer[] = [];
  for (const [key, base] of Object.entries(bases(wish))) {
    const name = key as TimerName;
    if (!base) continue;
    const earlier = before.find((timer) => timer.name === name && timer.base.getTime() === base.getTime());
    const step = earlier?.step ?? 0;
    const steps = rules[name];
    // A finished timer stays in the list, or it would begin anew.
    if (earlier || stepOf(steps, step)) running.push(waiting(earlier ?? { name, base, step, at: base }, step, steps));
  }
  return running;
}

/** The next time at which the clock has to look; null when nothing is to come. */
export function nextAt(timers: readonly Timer[], rules: TimerRules = timerSteps): Date | null {
  const times = timers.filter(({ name, step }) => stepOf(rules[name], step)).map(({ at }) => at.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** The same timers under new rules. */
export const timersUnder = (rules: TimerRules, timers: readonly Timer[]): Timer[] =>
  timers.map((timer) => {
    const steps = rules[timer.name];
    return waiting(timer, timer.said ? reachedBy(steps, timer.base, timer.said) : 0, steps);
  });

export interface DueSteps {
  timer: Timer;
  /** All that are due, in their order: of those told by several a run that comes late tells each the last one only. */
  steps: TimerStep[];
  /** The moves of all due steps: none is left out for being late. */
  moves: TimerMove[];
  /** The timer after it. */
  after: Timer;
}

/** What of the timers is due at `now`, each timer's due steps taken together. */
export function dueSteps(timers: readonly Timer[], now: Date, rules: TimerRules = timerSteps): DueSteps[] {
  return timers.flatMap((timer) => {
    const steps = rules[timer.name];
    const reached = reachedBy(steps, timer.base, now);
    const step = stepOf(steps, reached - 1);
    if (reached <= timer.step || !step) return [];
    const moves = steps.slice(timer.step, reached).flatMap(({ move }) => move ?? []);
    const due = [...steps.slice(timer.step, reached - 1), step];
    return [{ timer, steps: due, moves, after: waiting({ ...timer, said: stepAt(timer.base, step) }, reached, steps) }];
  });
}
