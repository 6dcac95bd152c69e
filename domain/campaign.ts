/**
 * 主题实践活动: its words, its goals, and how far a group is. What the system counts towards a goal is said once, here and
 * in campaign-tally.ts.
 */
import { DomainError } from './errors';
import { startOfDay } from './time';

export const campaignStatuses = ['draft', 'running', 'closed'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** `upcoming`: published before its first day; `over`: past its last day and not closed yet. */
export const campaignPhases = ['draft', 'upcoming', 'running', 'over', 'closed'] as const;
export type CampaignPhase = (typeof campaignPhases)[number];

/** What is filed under a campaign. */
export const filedKinds = ['wish', 'post', 'duty'] as const;
export type FiledKind = (typeof filedKinds)[number];

/** Shanghai days 'YYYY-MM-DD', both included. */
export interface CampaignSpan {
  from: string;
  until: string;
}

export function phaseOf(
  { status, from, until }: CampaignSpan & { status: CampaignStatus },
  day: string,
): CampaignPhase {
  if (status !== 'running') return status;
  if (day < from) return 'upcoming';
  return day > until ? 'over' : 'running';
}

/** What the system counts: 登记, 办结, 解决, 晒单, 履职活动, 走访接待. */
export const metrics = ['registered', 'fulfilled', 'resolved', 'posts', 'duties', 'visits'] as const;
export type Metric = (typeof metrics)[number];

/** `manual`: the group says how far it is (人工填报). */
export const goalMetrics = [...metrics, 'manual'] as const;
export type GoalMetric = (typeof goalMetrics)[number];

export const metricUnits = {
  registered: '件',
  fulfilled: '件',
  resolved: '件',
  posts: '条',
  duties: '次',
  visits: '次',
} as const satisfies Record<Metric, string>;

export interface Goal {
  id: string;
  name: string;
  metric: GoalMetric;
  unit: string;
  theme?: string;
  /** By group; a group without one has nothing to reach. */
  targets: Record<string, number>;
}

export type Counts = Record<Metric, number>;

export const noCounts = (): Counts => Object.fromEntries(metrics.map((metric) => [metric, 0])) as Counts;

export function addCounts(...all: readonly Partial<Counts>[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const metric of metrics) sum[metric] += counts[metric] ?? 0;
  return sum;
}

/** What a group has brought. */
export interface Progress {
  counts: Partial<Counts>;
  /** 'YYYY-MM' → what belongs to that month. */
  months: Record<string, Partial<Counts>>;
  /** Goal → what the group says, and the month in which it said so. */
  reported: Record<string, { value: number; month: string }>;
}

export const noProgress = (): Progress => ({ counts: {}, months: {}, reported: {} });

export function goalValue({ id, metric }: Goal, { counts, reported }: Progress): number {
  return metric === 'manual' ? (reported[id]?.value ?? 0) : (counts[metric] ?? 0);
}

/** The progress as it stood at the end of a month. */
export function progressUntil({ months, reported }: Progress, month: string): Progress {
  const until = Object.entries(months).filter(([key]) => key <= month);
  return {
    counts: addCounts(...until.map(([, counts]) => counts)),
    months: Object.fromEntries(until),
    reported: Object.fromEntries(Object.entries(reported).filter(([, said]) => said.month <= month)),
  };
}

/** 完成率 0 to 100, one decimal: the mean over the group's goals, none of which counts beyond its target; none without goals. */
export function completionOf(goals: readonly Goal[], groupId: string, progress: Progress): number | undefined {
  const parts = goals.flatMap((goal) => {
    const target = goal.targets[groupId] ?? 0;
    return target > 0 ? [Math.min(1, goalValue(goal, progress) / target)] : [];
  });
  if (parts.length === 0) return undefined;
  return Math.floor((parts.reduce((sum, part) => sum + part, 0) / parts.length) * 1000) / 10;
}

const MOST_MONTHS = 12;

/** The months of a race: those that have begun, at most the last twelve. */
export function raceMonths({ from, until }: CampaignSpan, today: string): string[] {
  const last = (until < today ? until : today).slice(0, 7);
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (let key = from.slice(0, 7); key <= last; key = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(key);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months.slice(-MOST_MONTHS);
}

/** What a group had at the end of each month: 完成率, or without goals what it fulfilled. */
export const raceValues = (
  goals: readonly Goal[],
  groupId: string,
  progress: Progress,
  months: readonly string[],
): number[] =>
  months.map((month) => {
    const then = progressUntil(progress, month);
    return completionOf(goals, groupId, then) ?? then.counts.fulfilled ?? 0;
  });

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Math.round((startOfDay(day)?.getTime() ?? 0) / DAY_MS);

/** Whole days from one Shanghai day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A deadline of this year's campaign in the next one: as many days after its beginning, and within it. */
export function movedDay(day: string, before: CampaignSpan, after: CampaignSpan): string {
  const moved = dayAfter(after.from, daysBetween(before.from, day));
  if (moved < after.from) return after.from;
  return moved > after.until ? after.until : moved;
}

/** When whoever keeps a task is reminded of it: in the morning three days before it is due, and of the day after. */
export const taskReminders = (dueOn: string): { soon: Date; overdue: Date } => ({
  soon: morningOf(dayAfter(dueOn, -3)),
  overdue: morningOf(dayAfter(dueOn, 1)),
});

/** The next reminder of an open task after `now`; none once its day has long gone. */
export function nextTaskReminder(dueOn: string, now: Date): Date | undefined {
  const { soon, overdue } = taskReminders(dueOn);
  if (now < soon) return soon;
  return now < overdue ? overdue : undefined;
}

const MORNING_MS = 8 * 3600_000;
export const morningOf = (day: string): Date => new Date((startOfDay(day)?.getTime() ?? 0) + MORNING_MS);

/** A campaign lasts two years at most. */
const MOST_DAYS = 731;

/** Throws INVALID_INPUT for a span that ends before it begins, or lasts too long. */
export function checkSpan({ from, until }: CampaignSpan): void {
  if (until < from) throw new DomainError('INVALID_INPUT', { details: { until: '结束日期不能早于开始日期' } });
  if (daysBetween(from, until) < MOST_DAYS) return;
  throw new DomainError('INVALID_INPUT', { details: { until: '一个活动最长两年，请核对日期' } });
}
