import * as contract from '../../contract/duty';
import { checkDutyAction, checkSettling } from '../../domain/duty-rights';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { bookAttendance } from './book-attendance';
import { attendanceFacts, dutyEvent, factsOf, keeperName, staleDuty } from './duty-facts';
import { changesOf, planSettling } from './plan-settling';
import { viewDuty } from './view-duty';

/** 确认考勤: on record, with its points, in one step. Of two at once one settles. */
export const settleDuty = useCase(contract.settle, async ({ id, rev }, context) => {
  const { caller, now, newId } = context;
  const { accountId } = caller;
  const who = keeperName(caller);
  const duty = await duties.get(id);
  checkDutyAction('settle', factsOf(duty), null, caller, now);
  if (rev !== undefined && rev !== duty.rev) throw staleDuty(duty);
  const moved = await inTransaction(async (tx) => {
    const settled = await duties.moveIn(
      duty,
      { status: 'settled', settled: { accountId, who, at: now }, remindAt: null },
      dutyEvent('确认考勤', caller, now),
      tx,
    );
    if (!settled) return null;
    const plan = await planSettling(settled, now, tx);
    const { before, after, dropped, away } = plan;
    const people = before.map((one) => ({ ...attendanceFacts(one), name: one.name }));
    checkSettling({ caller, attendances: people, away });
    await attendances.removeAll(
      dropped.map(({ _id }) => _id),
      tx,
    );
    // Every one is written, so that a sign-in at the same moment comes before or after, never in between.
    await attendances.changeAll(id, { settled: true }, tx);
    await attendances.changeEach(changesOf(plan), tx);
    const records = after.map((one) => ({ duty: settled, one }));
    await bookAttendance(records, { accountId, who, now, newId }, tx);
    return settled;
  });
  if (!moved) throw staleDuty(await duties.get(id));
  return viewDuty(id, context);
});
