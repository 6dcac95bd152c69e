import type { z } from 'zod';
import * as contract from '../../contract/duty';
import type { Caller } from '../../domain/caller';
import { checkDutyAction, mayMark } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import type { AttendanceChange } from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';
import { factsOf, keeperName } from './duty-facts';
import { putDown } from './put-down';
import { viewAttendance } from './view-attendance';

type Mark = z.output<typeof contract.mark.input>;

/** 登记考勤 for another: by those who keep the list. */
export const markAttendance = useCase(contract.mark, async (mark, { caller, now, host }) => {
  const duty = await duties.get(mark.id);
  checkDutyAction('mark', factsOf(duty), null, caller, now);
  const person = await representatives.get(mark.representativeId);
  if (!mayMark(duty, { groupId: person.groupId, representativeId: person._id }, caller)) {
    const isOwn = person._id === caller.representativeId;
    throw new DomainError('FORBIDDEN', {
      message: isOwn ? '不能登记自己的考勤，请输入签到码，或请其他人登记' : '只能登记本组代表的考勤',
    });
  }
  if (mark.halfDays !== undefined && mark.halfDays > duty.halfDays) {
    throw new DomainError('INVALID_INPUT', { details: { halfDays: `这次活动共 ${duty.halfDays} 个半天` } });
  }
  await checkText(host, mark.reason);
  const marked = await inTransaction((tx) =>
    putDown(mark.id, person, (known) => changeOf(mark, known, { duty, caller, now }), tx),
  );
  return { attendance: viewAttendance(duty, marked, { caller, now, names: await groups.namesById() }) };
});

function changeOf(
  { status, reason, halfDays }: Mark,
  known: AttendanceDoc,
  { duty, caller, now }: { duty: DutyDoc; caller: Caller; now: Date },
): AttendanceChange {
  refuseMark(status, reason, known);
  const who = keeperName(caller);
  return {
    status,
    halfDays: status === 'present' ? (halfDays ?? duty.halfDays) : duty.halfDays,
    ...(status === 'expected'
      ? { by: null, marked: null, signedAt: null }
      : { by: 'liaison', marked: { accountId: caller.accountId, who, at: now, ...defined({ reason }) } }),
    ...(status === 'leave' && reason !== undefined ? { leave: { reason, at: now, agreed: true, who } } : {}),
  };
}

function refuseMark(status: Mark['status'], reason: string | undefined, { extra, by, leave, ...known }: AttendanceDoc) {
  const wrong = (field: string, text: string): DomainError =>
    new DomainError('INVALID_INPUT', { message: text, details: { [field]: text } });
  if (extra && (status === 'leave' || status === 'absent')) {
    throw wrong('status', `${known.name}是列席，没有请假和缺席`);
  }
  if (status === 'leave' && leave?.agreed !== true && reason === undefined) throw wrong('reason', '请填写请假事由');
  if (by === 'code' && known.status === 'present' && status !== 'present' && reason === undefined) {
    throw wrong('reason', `${known.name}已经用签到码签到，改动要写明原因`);
  }
}
