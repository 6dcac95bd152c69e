/**
 * When 积分 close: a month at 00:00 on the 1st of the next in Asia/Shanghai; three days of preview for corrections; from
 * 00:00 on the 4th it is frozen. A quarter and a year freeze with their last month. Source: practice notes, "Board".
 */
import { monthBefore, monthSpan, nextMonth } from './model';
import { quarterOf } from './points';
import { addDays, shanghaiMonth } from './time';

export const periodStates = ['open', 'preview', 'frozen'] as const;
export type PeriodState = (typeof periodStates)[number];

export const PREVIEW_DAYS = 3;

/** 00:00 on the 4th of the next month. */
export const freezesAt = (month: string): Date => addDays(monthSpan(month).until, PREVIEW_DAYS);

/** The months of 'YYYY-MM', 'YYYY-Qn' or 'YYYY'; none of 'all' and a campaign. */
export function monthsOf(period: string): string[] {
  if (/^\d{4}-\d{2}$/.test(period)) return [period];
  const year = /^\d{4}(?=$|-Q[1-4]$)/.exec(period)?.[0];
  if (year === undefined) return [];
  const all = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return period === year ? all : all.filter((month) => quarterOf(month) === period);
}

/** Where a period stands that has not been frozen: its last month is over, or it goes on. */
export function stateOf(period: string, isFrozen: boolean, now: Date): PeriodState {
  if (isFrozen) return 'frozen';
  const last = monthsOf(period).at(-1);
  return last !== undefined && now >= monthSpan(last).until ? 'preview' : 'open';
}

/** Until when the preview of a period lasts; none of what never ends. */
export function previewUntil(period: string): Date | undefined {
  const last = monthsOf(period).at(-1);
  return last === undefined ? undefined : freezesAt(last);
}

/** What freezes with this month: itself, and the quarter and the year that it ends. */
export function frozenWith(month: string): string[] {
  const quarter = quarterOf(month);
  const year = month.slice(0, 4);
  return [month, ...(monthsOf(quarter).at(-1) === month ? [quarter] : []), ...(month.endsWith('-12') ? [year] : [])];
}

/**
 * The months that are to be frozen now, in their order: all since the last one that was; where none was, only the month
 * before, so that a town that brings in its history keeps the earlier ones open.
 */
export function dueMonths(lastFrozen: string | undefined, now: Date): string[] {
  const newest = [monthBefore(shanghaiMonth(now)), monthBefore(monthBefore(shanghaiMonth(now)))].find(
    (month) => freezesAt(month) <= now,
  );
  if (newest === undefined) return [];
  if (lastFrozen === undefined) return [newest];
  const due: string[] = [];
  for (let month = nextMonth(lastFrozen); month <= newest; month = nextMonth(month)) due.push(month);
  return due;
}

interface Ranked {
  tenths: number;
}

/** The most first; those who tie share a rank, as do all who have nothing or less. */
export function ranked<Owner extends Ranked>(owners: readonly Owner[]): (Owner & { rank: number })[] {
  const shown = ({ tenths }: Ranked): number => Math.max(0, tenths);
  const sorted = [...owners].sort((a, b) => shown(b) - shown(a));
  let rank = 0;
  return sorted.map((owner, index) => {
    const before = sorted[index - 1];
    if (!before || shown(before) !== shown(owner)) rank = index + 1;
    return { ...owner, rank };
  });
}

/** Everybody may see the upper half of the roster; the lower is for the person and the office. */
export const shownRanks = (representatives: number): number => Math.ceil(representatives / 2);

/** Months in a row with a deed, up to `last` or, where that has none yet, the one before; `months` are those with one. */
export function streakOf(months: ReadonlySet<string>, last: string): { current: number; longest: number } {
  let current = 0;
  for (let month = months.has(last) ? last : monthBefore(last); months.has(month); month = monthBefore(month)) {
    current += 1;
  }
  let longest = 0;
  for (const month of months) {
    if (months.has(monthBefore(month))) continue;
    let length = 0;
    for (let one = month; months.has(one); one = nextMonth(one)) length += 1;
    longest = Math.max(longest, length);
  }
  return { current, longest };
}
