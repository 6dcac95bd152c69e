import * as contract from '../../contract/award';
import { choiceProblem } from '../../domain/award';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf } from './move-award';
import { viewAward } from './view-award';

/** 表决意见 of one member of the presidium; said again, it takes the place of what was said before. */
export const voteCandidates = useCase(contract.vote, async ({ id, rev, chosen, note }, context) => {
  const { caller, now, host } = context;
  await checkText(host, note);
  const award = await awards.get(id);
  if (award.status === 'review') {
    const problem = choiceProblem(award.candidates, award.plan.seats, chosen);
    if (problem !== null) throw new DomainError('INVALID_INPUT', { message: problem, details: { chosen: problem } });
  }
  const others = award.votes.filter(({ accountId }) => accountId !== caller.accountId);
  const votes = [...others, { ...signatureOf('vote', caller, now), chosen, ...defined({ note }) }];
  const moved = await moveAward({ move: 'vote', award, caller, now, rev, change: () => ({ votes }) });
  return viewAward(moved, context);
});
