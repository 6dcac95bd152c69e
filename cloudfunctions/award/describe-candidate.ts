import * as contract from '../../contract/award';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf } from './move-award';
import { checkSummary, withSummary } from './summaries';
import { viewAward } from './view-award';

/** 事迹简介: the presidium's words in the place of the nominator's, or where nobody has written any. */
export const describeCandidate = useCase(contract.describe, async ({ id, rev, representativeId, summary }, context) => {
  const { caller, now, host } = context;
  await checkSummary(host, summary, '再保存');
  const award = await awards.get(id);
  const person = [...award.candidates, ...award.nominations].find((one) => one.representativeId === representativeId);
  if (!person) throw new DomainError('NOT_FOUND', { message: '没有找到这位候选人' });
  const written = { representativeId, text: summary, by: signatureOf('describe', caller, now) };
  const moved = await moveAward({
    ...{ move: 'describe', award, caller, now, rev, note: person.name },
    change: () => ({ summaries: withSummary(award, written) }),
  });
  return viewAward(moved, context);
});
