import * as contract from '../../contract/duty';
import type { Caller } from '../../domain/caller';
import { checkDutyAction } from '../../domain/duty-rights';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { shanghaiMinute } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import * as notices from '../store/notices';
import { attendanceFacts, factsOf } from './duty-facts';
import { viewDuty } from './view-duty';

/** 请假, before it begins: the group's leader or 主席团 answers. */
export const askLeave = useCase(contract.askLeave, async ({ id, reason }, context) => {
  const { caller, now, host } = context;
  const { representativeId = '', name } = caller;
  await checkText(host, reason);
  await inTransaction(async (tx) => {
    const [duty, mine] = [await duties.get(id, tx), await attendances.find(id, representativeId, tx)];
    checkDutyAction('askLeave', factsOf(duty), mine && attendanceFacts(mine), caller, now);
    const moved = mine && (await attendances.moveIfOpen(mine, { leave: { reason, at: now } }, tx));
    if (!moved) throw attendances.overtaken();
    const text = `${name}请假：${duty.title}（${shanghaiMinute(duty.from)}），请答复是否准假`;
    await notices.tell(deskOf(caller, duty), { about: about('duty', id), text }, now, tx);
  });
  return viewDuty(id, context);
});

/** A leader does not answer their own; leave from a meeting is also 主席团's to know. */
function deskOf({ position, groupId }: Caller, { kind }: Pick<duties.DutyDoc, 'kind'>): Mailbox[] {
  if (position === 'leader' || groupId === undefined) return [mailbox.presidium()];
  return [mailbox.leader(groupId), ...(kind === 'meeting' ? [mailbox.presidium()] : [])];
}
