import { actingAs, leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import type { AttendanceFacts, DutyFacts } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { staleText } from '../../domain/stale-text';
import { defined } from '../kit/defined';
import type { AttendanceDoc, DutyDoc, DutyEvent } from '../store/duties';

/** The duty as the rules see it. */
export const factsOf = ({ status, from, until, groupId }: DutyDoc): DutyFacts => ({
  status,
  from,
  until,
  ...defined({ groupId }),
});

export const leaveWaits = ({ status, leave }: Pick<AttendanceDoc, 'status' | 'leave'>): boolean =>
  status === 'expected' && leave !== undefined && leave.agreed === undefined;

/** One person's attendance as the rules see it. */
export const attendanceFacts = (one: AttendanceDoc): AttendanceFacts => ({
  representativeId: one.representativeId,
  groupId: one.groupId,
  status: one.status,
  leaveWaits: leaveWaits(one),
});

export const keeperName = (caller: Caller): string => actingAs(leadingAs(caller), caller);

export const dutyEvent = (what: string, caller: Caller, at: Date, note?: string): DutyEvent => ({
  at,
  who: keeperName(caller),
  accountId: caller.accountId,
  what,
  ...defined({ note }),
});

export const staleDuty = ({ timeline }: Pick<DutyDoc, 'timeline'>): DomainError =>
  new DomainError('WRONG_STATE', { message: staleText('这次活动', timeline.at(-1)) });
