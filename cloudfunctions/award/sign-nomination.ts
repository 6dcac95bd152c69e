import * as contract from '../../contract/award';
import { maySignNomination } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf } from './move-award';
import { nominationOf } from './nomination-of';
import { refuseLate } from './nominate-candidate';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 推荐签字: the second person behind a liaison's nomination; from now on it counts. */
export const signNomination = useCase(contract.sign, async ({ id, rev, representativeId }, context) => {
  const { caller, now } = context;
  const award = await awards.get(id);
  const nomination = nominationOf(award, representativeId);
  if (award.status === 'candidates') {
    refuseLate(award, now);
    if (nomination.signed) throw new DomainError('DUPLICATE', { message: `${nomination.name}的推荐已经签过字` });
    if (!maySignNomination(nomination, caller)) {
      throw new DomainError('FORBIDDEN', { message: '请由推荐人以外的本组组长或者主席团签字，不能给自己签' });
    }
  }
  const signed = signatureOf('sign', caller, now);
  const nominations = award.nominations.map((one) => (one === nomination ? { ...one, signed } : one));
  const moved = await moveAward({
    ...{ move: 'sign', award, caller, now, rev, note: nomination.name },
    change: async (tx) => ({ nominations, ...(await standOf({ ...award, nominations }, tx)) }),
  });
  return viewAward(moved, context);
});
