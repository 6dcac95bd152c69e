/** How duties and attendances look, on every page about them. */
import type { DutyCard } from '../../../contract/duty-views';
import type { AttendanceStatus, DutyState } from '../../../domain/duty';
import { attendanceLabels } from '../../../domain/labels';
import { shanghaiDay } from '../../../domain/time';
import type { Tone } from '../../components/tag';
import { clockText, dayText } from '../../platform/dates';

export const stateTones = {
  upcoming: 'blue',
  open: 'green',
  waiting: 'amber',
  settled: 'plain',
  cancelled: 'plain',
} as const satisfies Record<DutyState, Tone>;

export const attendanceTones = {
  expected: 'plain',
  present: 'green',
  leave: 'amber',
  absent: 'red',
} as const satisfies Record<AttendanceStatus, Tone>;

const weekday = (iso: string): string =>
  `周${'日一二三四五六'.charAt(new Date(`${shanghaiDay(new Date(iso))}T00:00:00Z`).getUTCDay())}`;

/** '11月20日 周五 09:00–11:30', over several days with both days. */
export function spanText({ from, until }: Pick<DutyCard, 'from' | 'until'>): string {
  const isOneDay = shanghaiDay(new Date(from)) === shanghaiDay(new Date(until));
  const end = isOneDay ? clockText(until) : `${dayText(until)} ${clockText(until)}`;
  return `${dayText(from)} ${weekday(from)} ${clockText(from)}–${end}`;
}

/** How one stands oneself; null where one is not called. */
export function mineText({ mine }: Pick<DutyCard, 'mine'>): { text: string; tone: Tone } | null {
  if (!mine) return null;
  const { status, leave, extra } = mine;
  if (status === 'expected' && leave) {
    return leave.agreed === undefined ? { text: '请假待答复', tone: 'amber' } : { text: '没有准假', tone: 'red' };
  }
  if (status === 'present') return { text: extra ? '已签到（列席）' : '已签到', tone: 'green' };
  return { text: attendanceLabels[status], tone: attendanceTones[status] };
}
