/**
 * Who wears others out is paused for a while. A strike is a report that was turned down, or a comment or a post that a
 * person hid; it is taken back when the decision is.
 */
import { DAY_MS, addDays } from './time';

export const strikeKinds = ['report', 'comment', 'post'] as const;
export type StrikeKind = (typeof strikeKinds)[number];

/**
 * Three within a month are no slip any more, and a week is felt without shutting anybody out for good. Each kind pauses
 * itself alone: who reports wrongly may go on commenting.
 */
export const pauseRule = { strikes: 3, withinDays: 30, pauseDays: 7 } as const;

/** Strikes that are older than this pause nothing any more. */
export const STRIKES_COUNT_DAYS = pauseRule.withinDays + pauseRule.pauseDays;

/** Until when these strikes of one account and kind pause it; null when they do not, or no longer. */
export function pausedUntil(strikes: readonly Date[], now: Date): Date | null {
  const times = strikes.map((at) => at.getTime()).sort((a, b) => a - b);
  const { strikes: many, withinDays, pauseDays } = pauseRule;
  const last = times.findLast((time, index) => time - (times[index - many + 1] ?? -Infinity) <= withinDays * DAY_MS);
  if (last === undefined) return null;
  const until = addDays(new Date(last), pauseDays);
  return until > now ? until : null;
}

/** Ten comments in ten minutes is more than anybody types who reads what they answer to. */
export const commentRate = { most: 10, withinMs: 10 * 60_000 } as const;

/** Those of an account's last comments that still count at `now`. */
export const recentComments = (times: readonly Date[], now: Date): Date[] =>
  times.filter((at) => now.getTime() - at.getTime() < commentRate.withinMs);
