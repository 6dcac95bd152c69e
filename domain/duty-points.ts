/**
 * What a settled attendance earns or costs. A meeting counts by the half day, everything else once. Being away with leave
 * from anything but a meeting costs nothing; 不在岗 never does; 述职 is judged by its 测评 (G4), which somebody proposes.
 */
import type { AttendanceStatus, DutyKind } from './duty';
import type { RuleCode } from './points-rules';

/** pay: booked when it is settled; propose: lies open for 24 hours, so that the representative can explain. */
export interface AttendancePoints {
  rule: RuleCode;
  how: 'pay' | 'propose';
  units: number;
}

/** What an absence from the third on in one month costs beside it. */
export const ABSENCES_TOO_MANY = 3;

/** M3 is a manual item, which two people stand behind; the others follow from the list by themselves. */
export const needsSecond = (rule: RuleCode): boolean => rule === 'M3';

const presentRules = {
  meeting: 'M1',
  inspection: 'M7',
  training: 'M8',
  groupActivity: 'M8',
  visit: 'W1',
  hearing: null,
} as const satisfies Record<DutyKind, RuleCode | null>;

/** What is M9's, and may become M9A's; a meeting has its own rule, and who gives no 述职 has D9. */
export const isActivity = (kind: DutyKind): boolean => kind !== 'meeting' && kind !== 'hearing';

/** null: neither earns nor costs. */
export function pointsOfAttendance(
  kind: DutyKind,
  { status, halfDays, away = false }: { status: AttendanceStatus; halfDays: number; away?: boolean },
): AttendancePoints | null {
  const isMeeting = kind === 'meeting';
  const units = isMeeting ? halfDays : 1;
  switch (status) {
    case 'present': {
      const rule = presentRules[kind];
      return rule && { rule, how: 'pay', units };
    }
    case 'leave':
      return isMeeting && !away ? { rule: 'M2', how: 'pay', units } : null;
    case 'absent':
      if (isMeeting) return { rule: 'M3', how: 'propose', units };
      return isActivity(kind) ? { rule: 'M9', how: 'propose', units } : null;
    case 'expected':
      return null;
  }
}

/**
 * A proposal that was taken back because its attendance was looked at again is not the one that may follow: the next
 * has an id of its own. '~' stands in no duty's id.
 */
export const roundRef = (id: string, round: number): string => (round === 0 ? id : `${id}~${round}`);
export const refDuty = (refId: string): string => refId.split('~')[0] ?? refId;
