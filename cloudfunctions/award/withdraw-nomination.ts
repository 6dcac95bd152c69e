import * as contract from '../../contract/award';
import { mayNominate } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward } from './move-award';
import { nominationOf } from './nomination-of';
import { refuseLate } from './nominate-candidate';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 撤回推荐: until the last day, so that a group may name another. */
export const withdrawNomination = useCase(contract.withdraw, async ({ id, rev, representativeId }, context) => {
  const { caller, now } = context;
  const award = await awards.get(id);
  const nomination = nominationOf(award, representativeId);
  if (!mayNominate(nomination, caller)) throw new DomainError('FORBIDDEN', { message: '只能撤回本小组的推荐' });
  if (award.status === 'candidates') refuseLate(award, now);
  const nominations = award.nominations.filter((one) => one !== nomination);
  // With it goes what its author wrote of the person, unless the presidium has written anew.
  const summaries = (award.summaries ?? []).filter(
    (one) => one.representativeId !== representativeId || one.by.accountId !== nomination.proposed.accountId,
  );
  const moved = await moveAward({
    ...{ move: 'withdraw', award, caller, now, rev, note: nomination.name },
    change: async (tx) => ({ nominations, summaries, ...(await standOf({ ...award, nominations }, tx)) }),
  });
  return viewAward(moved, context);
});
