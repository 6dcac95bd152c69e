/**
 * 月度典型代表: one of each group a month, from the evidence to the published article. The month opens on its 25th and is
 * to be published by the 5th of the next; late is late, not impossible. Source: practice notes, "Monthly model".
 */
import { addDays, endOfDay, shanghaiMonth, startOfDay } from './time';

/** drafting 起草 → signing 待组长签字 → signed 待主席团发布 → published 已发布; none: 本月不推荐. */
export const modelStatuses = ['drafting', 'signing', 'signed', 'published', 'none'] as const;
export type ModelStatus = (typeof modelStatuses)[number];

const OPENS_ON = '25';
const REMINDS_ON = '28';
const PUBLISH_BY = '05';

/** Days that an article may wait for 组长签字 before they are reminded. */
export const SIGN_WITHIN_DAYS = 2;

/** How often the same person may be the model in a year, where the town says nothing else. */
export const MODELS_A_YEAR = 2;

/** '2026-11:g1': one group's month. */
export const modelId = (month: string, groupId: string): string => `${month}:${groupId}`;

/** The month and the group of an id; null for what is none. */
export function ofModelId(id: string): { month: string; groupId: string } | null {
  const [, month, groupId] = /^(\d{4}-(?:0[1-9]|1[0-2])):(.+)$/.exec(id) ?? [];
  return month === undefined || groupId === undefined ? null : { month, groupId };
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

function dayOf(month: string, day: string): Date {
  const at = startOfDay(`${month}-${day}`);
  if (!at) throw new Error(`${month}-${day} is no day`);
  return at;
}

/** The month as a span of time, half-open. */
export const monthSpan = (month: string): { from: Date; until: Date } => ({
  from: dayOf(month, '01'),
  until: dayOf(nextMonth(month), '01'),
});

/** '11月' */
export const monthText = (month: string): string => `${Number(month.slice(5))}月`;

/** '2026年11月' */
export const wholeMonthText = (month: string): string => `${month.slice(0, 4)}年${monthText(month)}`;

/** 00:00 on the 25th. */
export const opensAt = (month: string): Date => dayOf(month, OPENS_ON);

/** The last moment of the 5th of the next month. */
export const publishBy = (month: string): Date => endOfDay(dayOf(nextMonth(month), PUBLISH_BY));

/** Whether the group may name somebody: from the 25th on, and for ever after. */
export const hasOpened = (month: string, now: Date): boolean => now >= opensAt(month);

/** Whether a group is late: neither published nor said that it names nobody. */
export const isLate = (month: string, status: ModelStatus | null, now: Date): boolean =>
  status !== 'published' && status !== 'none' && now > publishBy(month);

export type ReminderStep = 'open' | 'remind' | 'last' | 'first' | 'fourth';

export interface Reminder {
  step: ReminderStep;
  /** Whom it is for: each group's liaison, of a group that has done nothing; the presidium, of what is not published. */
  tell: 'liaison' | 'presidium';
  at: Date;
}

/** What is to be said of a month, in the order of its days; in a February the 28th is the last day. */
export function remindersOf(month: string): Reminder[] {
  const next = nextMonth(month);
  const last = addDays(dayOf(next, '01'), -1);
  const all: Reminder[] = [
    { step: 'open', tell: 'liaison', at: opensAt(month) },
    { step: 'remind', tell: 'liaison', at: dayOf(month, REMINDS_ON) },
    { step: 'last', tell: 'liaison', at: last },
    { step: 'first', tell: 'presidium', at: dayOf(next, '01') },
    { step: 'fourth', tell: 'presidium', at: dayOf(next, '04') },
  ];
  return all.filter(({ at }, index) => at.getTime() !== all[index + 1]?.at.getTime());
}

/** The month that is being worked on: until the 5th the one before, then this one. */
export function monthInHand(now: Date): string {
  const before = monthBefore(shanghaiMonth(now));
  return now <= publishBy(before) ? before : shanghaiMonth(now);
}

/**
 * The last thing to be said of the month in hand, from its 25th to the 5th of the next: a run that comes late says that
 * alone, and nothing of what went before. null on the days between.
 */
export function dueReminder(now: Date): { month: string; reminder: Reminder } | null {
  const month = monthInHand(now);
  const reminder = remindersOf(month)
    .filter(({ at }) => at <= now)
    .at(-1);
  return reminder ? { month, reminder } : null;
}

/** Whether the one who has to act has anything left to do at this step. */
export const isMissing = ({ tell }: Reminder, status: ModelStatus | null): boolean =>
  tell === 'liaison' ? status === null : status !== 'published' && status !== 'none';

/** What the reminder says of one group. */
export function reminderText(
  { step, tell }: Reminder,
  month: string,
  group: string,
  status: ModelStatus | null,
): string {
  const name = `${group}${monthText(month)}典型代表`;
  if (tell === 'presidium') return `${name}${missing[status ?? 'nothing']}，应于${Number(PUBLISH_BY)}日前发布`;
  if (step === 'open') return `${name}可以推荐了，请从本月履职情况中推荐一位；没有合适人选的，请说明理由`;
  return `${name}还没有推荐，请在月底前推荐；没有合适人选的，请说明理由`;
}

const missing = {
  nothing: '还没有推荐',
  drafting: '的信息稿件还在起草',
  signing: '的信息稿件待组长签字',
  signed: '的信息稿件待主席团发布',
  published: '已发布',
  none: '本月不推荐',
} as const satisfies Record<ModelStatus | 'nothing', string>;
