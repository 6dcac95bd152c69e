/**
 * 不在岗时段: leave, illness, a posting elsewhere, or the time before a by-election. Caps and idle rules are scaled by the
 * days that remain, so that nobody is measured by days on which they could not act. Source: practice notes, fairness rules.
 */
import { alwaysPresent, type Present } from './points';
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
