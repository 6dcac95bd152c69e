import type * as contract from '../../contract/duty-views';
import type { Caller } from '../../domain/caller';
import { allowedDutyActions, mayAgreeLeave, mayMark } from '../../domain/duty-rights';
import { defined } from '../kit/defined';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import { factsOf, leaveWaits } from './duty-facts';
import { viewLeave } from './view-duty';

interface Viewing {
  caller: Caller;
  now: Date;
  names: ReadonlyMap<string, string>;
}

export function viewAttendance(
  duty: DutyDoc,
  one: AttendanceDoc,
  { caller, now, names }: Viewing,
): contract.AttendanceView {
  const { representativeId: id, name, groupId, status, halfDays, by, signedAt, marked, leave } = one;
  const allowed = allowedDutyActions(factsOf(duty), null, caller, now);
  return {
    ...{ id, name, groupId, status, halfDays },
    groupName: names.get(groupId) ?? '',
    extra: one.extra ?? false,
    away: one.away ?? false,
    mayMark: allowed.includes('mark') && mayMark(duty, one, caller),
    mayAgreeLeave: leaveWaits(one) && allowed.includes('agreeLeave') && mayAgreeLeave(one, caller),
    ...defined({
      by,
      signedAt: signedAt?.toISOString(),
      leave: leave && viewLeave(leave),
      marked: marked && {
        who: marked.who,
        at: marked.at.toISOString(),
        ...defined({ reason: marked.reason }),
      },
    }),
  };
}
