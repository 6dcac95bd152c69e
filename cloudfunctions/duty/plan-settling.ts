import { SYSTEM } from '../../domain/acting';
import { isAwayOn, settledStatus } from '../../domain/duty';
import { shanghaiDay } from '../../domain/time';
import * as absences from '../store/absences';
import * as attendances from '../store/attendances';
import type { AttendanceChange } from '../store/attendances';
import type { Tx } from '../store/database';
import type { AttendanceDoc, DutyDoc } from '../store/duties';

export const AWAY = '不在岗';

export interface SettlingPlan {
  /** Everybody as they stand now. */
  before: AttendanceDoc[];
  /** Everybody as they will be on record; 列席 who did not come after all are on none. */
  after: AttendanceDoc[];
  dropped: AttendanceDoc[];
  away: Set<string>;
}

/** Which of these are 不在岗 on the day of the duty. */
export async function awayAt(
  people: readonly string[],
  at: Date,
  tx?: Tx,
): Promise<(representativeId: string) => boolean> {
  const spans = await absences.confirmedOf(people, tx);
  const day = shanghaiDay(at);
  return (id) => isAwayOn(day, spans.get(id) ?? []);
}

/** As it is on record: away at no cost, on leave, there, or absent. */
export function onRecord(one: AttendanceDoc, isAway: boolean, at: Date): AttendanceDoc {
  const { away: _before, ...rest } = one;
  const status = settledStatus(one.status, isAway);
  const settled: AttendanceDoc = { ...rest, status, settled: true };
  if (status !== one.status) settled.by = 'settling';
  if (status === 'leave' && isAway) {
    settled.away = true;
    settled.leave = one.leave ?? { reason: AWAY, at, agreed: true, who: SYSTEM };
  }
  return settled;
}

/** What settling would make of everybody. */
export async function planSettling({ _id, from }: DutyDoc, now: Date, tx?: Tx): Promise<SettlingPlan> {
  const before = await attendances.listByDuty(_id, tx);
  const dropped = before.filter(({ extra, status }) => extra === true && status !== 'present');
  const called = before.filter((one) => !dropped.includes(one));
  const notThere = called.filter(({ status }) => status !== 'present').map((one) => one.representativeId);
  const isAway = await awayAt(notThere, from, tx);
  return {
    before: called,
    after: called.map((one) => onRecord(one, isAway(one.representativeId), now)),
    dropped,
    away: new Set(notThere.filter(isAway)),
  };
}

/** What changes of those who are not merely put on record. */
export const changesOf = ({ before, after }: SettlingPlan): { id: string; change: AttendanceChange }[] =>
  after.flatMap(({ _id, status, by, away, leave }, index) => {
    if (before[index]?.status === status && !away) return [];
    return [
      {
        id: _id,
        change: {
          status,
          ...(by === undefined ? {} : { by }),
          ...(away && leave ? { away, leave } : {}),
        },
      },
    ];
  });

/** As it was before it was settled: what only settling has said is open again. */
export function undoneChange({ away, by, leave }: AttendanceDoc): AttendanceChange {
  return {
    settled: false,
    ...(away ? { away: null } : {}),
    ...(leave?.who === SYSTEM ? { leave: null } : {}),
    ...(by === 'settling' ? { status: 'expected', by: null } : {}),
  };
}
