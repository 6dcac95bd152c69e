import * as contract from '../../contract/points-proposals';
import { checkDrop, wrongProposalState } from '../../domain/points-proposal';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as pointsProposals from '../store/points-proposals';
import * as pointsSettling from '../store/points-settling';
import { settlesAs } from './settles-proposal-as';
import { viewProposal } from './view-proposal';

/** 不记分, by a second person; or taken back by who proposed it, who may then propose it anew. */
export const dropProposal = useCase(contract.drop, async ({ proposalId, reason }, context) => {
  const { caller, now, newId, host } = context;
  const { accountId } = caller;
  const proposal = await pointsProposals.get(proposalId);
  checkDrop(pointsProposals.asProposal(proposal), caller);
  await checkText(host, reason);
  const isWithdrawn = proposal.proposed.accountId === accountId;
  const settling = { accountId, who: settlesAs(proposal, caller), now, newId, reason };
  const dropped = await inTransaction((tx) => pointsSettling.drop(proposal, settling, tx, isWithdrawn));
  if (!dropped) throw wrongProposalState(await pointsProposals.get(proposalId));
  return viewProposal(dropped, context);
});
