import * as contract from '../../contract/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { dutyEvent, factsOf, keeperName, staleDuty } from './duty-facts';
import { viewDuty } from './view-duty';

/** 取消活动: everybody who was called hears of it. */
export const cancelDuty = useCase(contract.cancel, async ({ id, reason }, context) => {
  const { caller, now, host } = context;
  const duty = await duties.get(id);
  checkDutyAction('cancel', factsOf(duty), null, caller, now);
  await checkText(host, reason);
  const moved = await inTransaction(async (tx) => {
    const after = await duties.moveIn(
      duty,
      { status: 'cancelled', cancelled: { who: keeperName(caller), at: now, reason }, remindAt: null },
      dutyEvent('取消活动', caller, now, reason),
      tx,
    );
    if (after) await attendances.changeAll(id, { toTell: 'cancelled' }, tx);
    return after;
  });
  if (!moved) throw staleDuty(await duties.get(id));
  return viewDuty(id, context);
});
