import * as contract from '../../contract/duty';
import { remindAt } from '../../domain/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { takeBack } from './book-attendance';
import { dutyEvent, factsOf, keeperName, staleDuty } from './duty-facts';
import { undoneChange } from './plan-settling';
import { viewDuty } from './view-duty';

/** 重新核对考勤: counter-entries take back what was booked, proposals are dropped, and the list is open again. */
export const reopenDuty = useCase(contract.reopen, async ({ id, reason }, context) => {
  const { caller, now, newId, host } = context;
  const duty = await duties.get(id);
  checkDutyAction('reopen', factsOf(duty), null, caller, now);
  await checkText(host, reason);
  const moved = await inTransaction(async (tx) => {
    const reopened = await duties.moveIn(
      duty,
      { status: 'planned', settled: null, round: duty.round + 1, remindAt: remindAt({ until: now }) },
      dutyEvent('重新核对考勤', caller, now, reason),
      tx,
    );
    if (!reopened) return null;
    const all = await attendances.listByDuty(id, tx);
    const booking = { accountId: caller.accountId, who: keeperName(caller), now, newId };
    await takeBack(
      all.map((one) => ({ duty, one })),
      { ...booking, reason: `考勤重新核对：${reason}` },
      tx,
    );
    await attendances.changeEach(
      all.map((one) => ({ id: one._id, change: undoneChange(one) })),
      tx,
    );
    return reopened;
  });
  if (!moved) throw staleDuty(await duties.get(id));
  return viewDuty(id, context);
});
