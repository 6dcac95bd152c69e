import * as contract from '../../contract/points-proposals';
import { DomainError } from '../../domain/errors';
import { monthSpan } from '../../domain/model';
import { monthsOf } from '../../domain/points-period';
import { checkConfirm, wrongProposalState } from '../../domain/points-proposal';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import { hasDeedWithin } from '../store/deductions';
import * as pointsProposals from '../store/points-proposals';
import * as pointsSettling from '../store/points-settling';
import { settlesAs } from './settles-proposal-as';
import { viewProposal } from './view-proposal';

/** A second person's: the points are booked in the same transaction, once. */
export const confirmProposal = useCase(contract.confirm, async ({ proposalId, reason }, context) => {
  const { caller, now, newId, host } = context;
  const proposal = await pointsProposals.get(proposalId);
  checkConfirm(pointsProposals.asProposal(proposal), caller, now);
  await checkText(host, reason);
  const settling = { accountId: caller.accountId, who: settlesAs(proposal, caller), now, newId, reason };
  const booked = await inTransaction(async (tx) => {
    await refuseRefuted(proposal, tx);
    return pointsSettling.book(proposal, settling, tx);
  });
  if (!booked) throw wrongProposalState(await pointsProposals.get(proposalId));
  return viewProposal(booked, context);
});

/** D5 says that there is no deed: what has been booked since says that there is. */
async function refuseRefuted({ rule, representativeId, ref }: pointsProposals.PointsProposalDoc, tx: Tx) {
  if (rule !== 'D5') return;
  const months = monthsOf(ref.id).map(monthSpan);
  const [first, last] = [months.at(0), months.at(-1)];
  if (!first || !last) return;
  if (!(await hasDeedWithin(representativeId, { from: first.from, until: last.until }, tx))) return;
  throw new DomainError('WRONG_STATE', { message: `${ref.label}已有履职记录，请选择“不记分”` });
}
