import * as contract from '../../contract/award';
import { mailbox } from '../../domain/mailbox';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awardObjections from '../store/award-objections';
import * as awards from '../store/awards';
import * as groups from '../store/groups';
import { moveAward, signatureOf } from './move-award';
import { viewAward } from './view-award';

/** 撤销评选: on record for good; whoever was nominated, drawn or has objected is told why, and the groups' leaders. */
export const cancelAward = useCase(contract.cancel, async ({ id, rev, reason }, context) => {
  const { caller, now, host } = context;
  await checkText(host, reason);
  const award = await awards.get(id);
  // An objection moves the award: whoever objects from here on is refused, or this is.
  const objections = await awardObjections.listAll(id);
  const people = [...award.candidates, ...award.nominations].map(({ representativeId }) => representativeId);
  const to = [
    ...[...new Set(people)].map((one) => mailbox.representative(one)),
    ...[...new Set(objections.map(({ accountId }) => accountId))].map((one) => mailbox.account(one)),
    ...(await groups.listAll()).map(({ _id }) => mailbox.liaison(_id)),
  ];
  const { who } = signatureOf('cancel', caller, now);
  const cancelled = await moveAward({
    ...{ move: 'cancel', award, caller, now, rev, note: reason },
    change: () => ({ cancelled: { reason, who, at: now }, cancelledId: id, dueAt: null }),
    tell: ({ name }) => [{ to, text: `${name}评选已撤销：${reason}` }],
  });
  return viewAward(cancelled, context);
});
