import * as contract from '../../contract/points-proposals';
import { absenceLabels, checkSettleAbsence, wrongAbsenceState } from '../../domain/absence';
import { actingAs, leadingAs } from '../../domain/acting';
import { hasRole } from '../../domain/caller';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as absences from '../store/absences';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import { viewAbsence } from './view-absence';

/** A second person confirms the days, or says that they do not count; the person is told. */
export const settleAbsence = useCase(contract.settleAbsence, async ({ id, confirm, reason }, { caller, now, host }) => {
  const absence = await absences.get(id);
  checkSettleAbsence(absences.asAbsence(absence), caller);
  if (reason !== undefined) await checkText(host, reason);
  const who = actingAs(hasRole(caller, 'admin') ? 'admin' : leadingAs(caller), caller);
  const settled = { accountId: caller.accountId, who, at: now, ...defined({ reason }) };
  const status = confirm ? 'confirmed' : 'dropped';
  const text = `${absenceLabels[absence.kind]}（${absence.from}起）${confirm ? '已确认，这段时间不作考核' : '未予确认'}`;
  const moved = await inTransaction(async (tx) => {
    const after = await absences.changeIn(absence, { status, settled }, tx);
    const told = [mailbox.representative(absence.representativeId)];
    const said = reason === undefined ? text : `${text}：${reason}`;
    if (after) await notices.tell(told, { about: about('absence', id), text: said }, now, tx);
    return after;
  });
  if (!moved) throw wrongAbsenceState(await absences.get(id));
  return viewAbsence(moved, caller);
});
