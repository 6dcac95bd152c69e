/**
 * 办理时限: how long a claimer has, and what a stop-clock leaves of it.
 * Source: the practice notes' timers (物资、陪伴 10 days, 服务 7, 就业、维权 20, 环境、设施 30 working days).
 */
import { addDays } from './time';
import type { Category } from './wish';
import { addWorkingDays, type IsWorkingDay } from './working-days';

export interface DueSpan {
  days: number;
  working: boolean;
}

export const dueSpans = {
  care: { days: 10, working: false },
  education: { days: 10, working: false },
  health: { days: 7, working: false },
  paperwork: { days: 7, working: false },
  employment: { days: 20, working: false },
  mediation: { days: 20, working: false },
  enterprise: { days: 20, working: false },
  environment: { days: 30, working: true },
  facility: { days: 30, working: true },
  other: { days: 20, working: false },
} as const satisfies Record<Category, DueSpan>;

export type DueSpans = Record<Category, DueSpan>;

/** Categories whose result is seen at once and may not last: they get a second call-back after 28 days. */
export const isFacility = (category: Category): boolean => category === 'facility' || category === 'environment';

interface Promised {
  category: Category;
  /** Calendar days that the review promised instead of the category's own. */
  dueDays?: number | undefined;
}

/** The end of the span from `at`; `part` 0.5 is half of it, for what is done again. */
export function dueFrom(
  { category, dueDays }: Promised,
  at: Date,
  isWorkingDay: IsWorkingDay,
  { part = 1, spans = dueSpans }: { part?: number; spans?: DueSpans } = {},
): Date {
  const span = dueDays === undefined ? spans[category] : { days: dueDays, working: false };
  return span.working ? addWorkingDays(at, Math.ceil(span.days * part), isWorkingDay) : addDays(at, span.days * part);
}

/** Half of the original time for what was not solved (DESIGN.md section 4). */
export const REDO_PART = 0.5;

/** Stops the claimer's clock: what is left, negative when it had run out, is kept until it runs again. */
export const stopDue = ({ dueAt }: { dueAt?: Date }, now: Date): { dueLeftMs: number | null; dueAt: null } => ({
  dueLeftMs: dueAt ? dueAt.getTime() - now.getTime() : null,
  dueAt: null,
});

/** Lets it run again with what was left, or with `atLeastMs` where that is more. */
export function restartDue(
  { dueLeftMs }: { dueLeftMs?: number },
  now: Date,
  atLeastMs = Number.NEGATIVE_INFINITY,
): { dueAt: Date | null; dueLeftMs: null } {
  if (dueLeftMs === undefined) return { dueAt: null, dueLeftMs: null };
  return { dueAt: new Date(now.getTime() + Math.max(dueLeftMs, atLeastMs)), dueLeftMs: null };
}
