/**
 * 不在岗时段: leave, illness, a posting elsewhere, or the time before a by-election. Caps and idle rules are scaled by the
 * days that remain, so that nobody is measured by days on which they could not act. Source: practice notes, fairness rules.
 */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import { alwaysPresent, type Present } from './points';
import { monthsOf } from './points-period';
import { DAY_MS } from './time';

export const absenceKinds = ['sick', 'maternity', 'leave', 'posting', 'byElection'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

export const absenceLabels = {
  sick: '病假',
  maternity: '产假',
  leave: '事假',
  posting: '外派',
  byElection: '补选到任前',
} as const satisfies Record<AbsenceKind, string>;

/** Shanghai days 'YYYY-MM-DD', both included; without an end it goes on. */
export interface AbsentDays {
  from: string;
  until?: string;
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

const lastOf = (period: string): string => {
  if (period.length === 4) return `${period}-12-31`;
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** Days of the period 'YYYY' or 'YYYY-MM' that are in none of these; spans may overlap. */
export function presentDays(period: string, absences: readonly AbsentDays[]): { present: number; days: number } {
  const first = dayNumber(period.length === 4 ? `${period}-01-01` : `${period}-01`);
  const last = dayNumber(lastOf(period));
  const away = new Set<number>();
  for (const { from, until } of absences) {
    const end = Math.min(last, until === undefined ? last : dayNumber(until));
    for (let day = Math.max(first, dayNumber(from)); day <= end; day += 1) away.add(day);
  }
  const days = last - first + 1;
  return { present: days - away.size, days };
}

/** How much of the month and of its year remains, 0 to 1. */
export function presentIn(month: string, absences: readonly AbsentDays[]): Present {
  if (absences.length === 0) return alwaysPresent;
  const share = (period: string): number => {
    const { present, days } = presentDays(period, absences);
    return present / days;
  };
  return { month: share(month), year: share(month.slice(0, 4)) };
}

/** Days of the quarter '2026-Q4' on which somebody was there. */
export function presentInQuarter(quarter: string, absences: readonly AbsentDays[]): number {
  return monthsOf(quarter).reduce((sum, month) => sum + presentDays(month, absences).present, 0);
}

/** proposed 待确认 → confirmed 已确认 | dropped 未确认. */
export const absenceStatuses = ['proposed', 'confirmed', 'dropped'] as const;
export type AbsenceStatus = (typeof absenceStatuses)[number];

/** What the rules know of one. */
export interface Absence extends AbsentDays {
  representativeId: string;
  groupId: string;
  /** The account. */
  proposedBy: string;
  status: AbsenceStatus;
}

type Whose = Pick<Absence, 'representativeId' | 'groupId'>;

const leadsGroup = ({ groupId }: Whose, caller: Caller): boolean =>
  hasRole(caller, 'liaison') && caller.groupId === groupId;

const isOwn = ({ representativeId }: Whose, caller: Caller): boolean => caller.representativeId === representativeId;

export const maySeeAbsence = (whose: Whose, caller: Caller): boolean =>
  isOwn(whose, caller) || leadsGroup(whose, caller) || seesTown(caller);

/** One's own, the liaison's group's, the presidium's all. */
export const mayProposeAbsence = (whose: Whose, caller: Caller): boolean =>
  isOwn(whose, caller) || leadsGroup(whose, caller) || hasRole(caller, 'presidium');

const isSecond = (absence: Absence, caller: Caller): boolean =>
  !isOwn(absence, caller) && absence.proposedBy !== caller.accountId;

/** 组长 of the group or 人大办; never one's own, nor what one proposed. */
export const maySettleAbsence = (absence: Absence, caller: Caller): boolean =>
  absence.status === 'proposed' && isSecond(absence, caller) && decidesAbsence(absence, caller);

const decidesAbsence = (whose: Whose, caller: Caller): boolean =>
  seesTown(caller) || (leadsGroup(whose, caller) && caller.position === 'leader');

/** Somebody is back whose absence had no end. */
export const mayEndAbsence = (absence: Absence, caller: Caller): boolean =>
  absence.status === 'confirmed' && absence.until === undefined && mayProposeAbsence(absence, caller);

/** Throws FORBIDDEN for who is no second person, WRONG_STATE for what is settled. */
export function checkSettleAbsence(absence: Absence, caller: Caller): void {
  if (isOwn(absence, caller)) throw new DomainError('FORBIDDEN', { message: '这是您本人的不在岗时段，请由其他人确认' });
  if (absence.proposedBy === caller.accountId) {
    throw new DomainError('FORBIDDEN', { message: '这个时段是您提出的，请由另一位确认' });
  }
  if (!decidesAbsence(absence, caller)) {
    throw new DomainError('FORBIDDEN', { message: '不在岗时段由组长或人大办确认' });
  }
  if (absence.status !== 'proposed') throw wrongAbsenceState(absence);
}

export const wrongAbsenceState = ({ status }: Pick<Absence, 'status'>): DomainError =>
  new DomainError('WRONG_STATE', {
    message: status === 'dropped' ? '这个时段已经决定不予确认' : '这个时段已经确认',
    details: { status },
  });

/** Throws INVALID_INPUT for an end before the beginning. */
export function checkSpan({ from, until }: AbsentDays): void {
  if (until === undefined || until >= from) return;
  throw new DomainError('INVALID_INPUT', { details: { until: '结束日期不能早于开始日期' } });
}

/** Whether this Shanghai day lies in one of them. */
export const isAbsentOn = (day: string, absences: readonly AbsentDays[]): boolean =>
  absences.some(({ from, until }) => from <= day && (until === undefined || day <= until));
