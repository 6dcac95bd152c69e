/**
 * 履职活动: meetings, inspections, trainings and the like, who is expected, and when one may sign in. What is stored is
 * planned, settled or cancelled; whether sign-in is open follows from the time.
 */
import { DAY_MS, HOUR_MS } from './time';

/** meeting 人代会等会议, inspection 视察调研检查, training 培训学习, groupActivity 小组活动, visit 走访接待, hearing 述职. */
export const dutyKinds = ['meeting', 'inspection', 'training', 'groupActivity', 'visit', 'hearing'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export const dutyStatuses = ['planned', 'settled', 'cancelled'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

/** upcoming 未开始, open 签到中, waiting 待确认考勤, settled 已确认考勤, cancelled 已取消. */
export const dutyStates = ['upcoming', 'open', 'waiting', 'settled', 'cancelled'] as const;
export type DutyState = (typeof dutyStates)[number];

/** expected 未签到, present 已到, leave 请假, absent 无故缺席. */
export const attendanceStatuses = ['expected', 'present', 'leave', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** How it is known: a code that was typed in, somebody who keeps the list, an imported list, or 考勤确认 itself. */
export const attendanceWays = ['code', 'liaison', 'import', 'settling'] as const;
export type AttendanceWay = (typeof attendanceWays)[number];

/** Who is called: everybody, one group, or these people. */
export const calledOptions = ['all', 'group', 'people'] as const;
export type Called = (typeof calledOptions)[number];

const OPENS_BEFORE_MS = HOUR_MS / 2;
const CLOSES_AFTER_MS = 2 * HOUR_MS;
const REMIND_AFTER_DAYS = 3;

export interface DutyTimes {
  from: Date;
  until: Date;
}

/** From 30 minutes before it begins until two hours after its end. */
export const signInSpan = ({ from, until }: DutyTimes): { opensAt: Date; closesAt: Date } => ({
  opensAt: new Date(from.getTime() - OPENS_BEFORE_MS),
  closesAt: new Date(until.getTime() + CLOSES_AFTER_MS),
});

export function mayBeSignedIn(times: DutyTimes, now: Date): boolean {
  const { opensAt, closesAt } = signInSpan(times);
  return opensAt <= now && now <= closesAt;
}

/** Whose end lies before this is over, sign-in included. */
export const overBefore = (now: Date): Date => new Date(now.getTime() - CLOSES_AFTER_MS);

/** When whoever keeps the list is reminded that it has not been settled. */
export const remindAt = ({ until }: Pick<DutyTimes, 'until'>): Date =>
  new Date(until.getTime() + REMIND_AFTER_DAYS * DAY_MS);

export function dutyState({ status, ...times }: DutyTimes & { status: DutyStatus }, now: Date): DutyState {
  if (status !== 'planned') return status;
  if (mayBeSignedIn(times, now)) return 'open';
  return now > times.until ? 'waiting' : 'upcoming';
}

/**
 * What somebody's attendance is once it is settled: those who said nothing stayed away, unless they were 不在岗 (illness,
 * a posting), which counts as leave and costs nothing.
 */
export function settledStatus(status: AttendanceStatus, isAway: boolean): AttendanceStatus {
  if (status === 'present') return status;
  return isAway || status === 'leave' ? 'leave' : 'absent';
}

/** Whether one of these spans has the Shanghai day in it. */
export const isAwayOn = (day: string, spans: readonly { from: string; until?: string }[]): boolean =>
  spans.some(({ from, until }) => from <= day && (until === undefined || day <= until));

/** '2026-11-20|镇人大三次会议': what one table of attendances calls one duty. */
export const dutyName = (day: string, title: string): string => `${day}|${title.normalize('NFKC').replace(/\s/g, '')}`;

/** A duty's id in the scene of its code: behind it stand the six digits, so that who scans need not type. */
const CODE_DIGITS = 6;
export const sceneOf = (id: string, code: string): string => `${id}${code}`;
export function readScene(scene: string): { id: string; code: string } {
  const code = scene.slice(-CODE_DIGITS);
  return /^\d{6}$/.test(code) && scene.length > CODE_DIGITS
    ? { id: scene.slice(0, -CODE_DIGITS), code }
    : { id: scene, code: '' };
}
