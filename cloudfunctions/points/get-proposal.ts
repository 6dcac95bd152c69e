import * as contract from '../../contract/points-proposals';
import { DomainError } from '../../domain/errors';
import { maySee } from '../../domain/points-proposal';
import { useCase } from '../kit/use-case';
import * as pointsProposals from '../store/points-proposals';
import { viewProposal } from './view-proposal';

/** For the person, who proposed it, the group's leaders and 人大办. */
export const getProposal = useCase(contract.getProposal, async ({ id }, context) => {
  const proposal = await pointsProposals.get(id);
  if (!maySee(pointsProposals.asProposal(proposal), context.caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能查看本人或本组的记分提议' });
  }
  return viewProposal(proposal, context);
});
