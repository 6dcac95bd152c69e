import * as contract from '../../contract/award';
import { mayConfirmCheck } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf } from './move-award';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** The second person of 纪律核查: from now on it counts. */
export const confirmCheck = useCase(contract.confirmCheck, async ({ id, rev, representativeId }, context) => {
  const { caller, now } = context;
  const award = await awards.get(id);
  const check = award.checks.find((one) => one.representativeId === representativeId);
  if (!check) throw new DomainError('NOT_FOUND', { message: '还没有登记纪律核查' });
  if (check.confirmed) throw new DomainError('DUPLICATE', { message: '这项核查已经确认过' });
  if (!mayConfirmCheck(check, caller)) {
    throw new DomainError('FORBIDDEN', { message: '核查是您登记的，请由另一位同志确认' });
  }
  const confirmed = signatureOf('confirmCheck', caller, now);
  const checks = award.checks.map((one) => (one === check ? { ...one, confirmed } : one));
  const name = award.candidates.find((one) => one.representativeId === representativeId)?.name;
  const moved = await moveAward({
    ...{ move: 'confirmCheck', award, caller, now, rev, note: name },
    change: async (tx) => ({ checks, ...(await standOf({ ...award, checks }, tx)) }),
  });
  return viewAward(moved, context);
});
