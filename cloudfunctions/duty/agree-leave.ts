import * as contract from '../../contract/duty';
import { checkDutyAction, mayAgreeLeave } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import * as groups from '../store/groups';
import * as notices from '../store/notices';
import { factsOf, keeperName, leaveWaits } from './duty-facts';
import { viewAttendance } from './view-attendance';

/** 准假 or not, once, by the group's leader or 主席团; never one's own. */
export const agreeLeave = useCase(contract.agreeLeave, async (answered, { caller, now, host }) => {
  const { id, representativeId, agree, reason } = answered;
  await checkText(host, reason);
  const who = keeperName(caller);
  const { duty, moved } = await inTransaction(async (tx) => {
    const [duty, one] = [await duties.get(id, tx), await attendances.find(id, representativeId, tx)];
    checkDutyAction('agreeLeave', factsOf(duty), null, caller, now);
    if (!one?.leave) throw new DomainError('NOT_FOUND', { message: '这位代表没有请假' });
    if (!mayAgreeLeave(one, caller)) {
      const message = representativeId === caller.representativeId ? '不能答复自己的请假' : '只能答复本组代表的请假';
      throw new DomainError('FORBIDDEN', { message });
    }
    if (!leaveWaits(one)) throw new DomainError('WRONG_STATE', { message: '这份请假已经答复过了，请刷新后再看' });
    const leave = { ...one.leave, agreed: agree, who, ...defined({ answer: reason }) };
    const moved = await attendances.moveIfOpen(one, { leave, ...(agree ? { status: 'leave' } : {}) }, tx);
    if (!moved) throw attendances.overtaken();
    const text = `${duty.title}：您的请假${agree ? '已获准' : '没有获准'}${reason === undefined ? '' : `（${reason}）`}`;
    await notices.tell([mailbox.representative(representativeId)], { about: about('duty', id), text }, now, tx);
    return { duty, moved };
  });
  return { attendance: viewAttendance(duty, moved, { caller, now, names: await groups.namesById() }) };
});
