import * as contract from '../../contract/award';
import { isCandidate } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { pointsOf } from '../../domain/points';
import { useCase } from '../kit/use-case';
import * as awardFigures from '../store/award-figures';
import * as awards from '../store/awards';
import { asAward } from './move-award';

/** The candidates side by side, for those who decide on them. */
export const compareCandidates = useCase(contract.compare, async ({ id }, { caller }) => {
  const award = await awards.get(id);
  if (isCandidate(asAward(award), caller)) throw new DomainError('FORBIDDEN', { message: '您是候选人，不能参加审议' });
  const ids = award.candidates.map(({ representativeId }) => representativeId);
  const figuresOf = await awardFigures.ofYear(ids, award.year);
  return {
    items: ids.map((representativeId) => {
      const { parts, amountFen, ...figures } = figuresOf(representativeId);
      const { meeting, duty, honour, deduction } = parts;
      return {
        representativeId,
        ...figures,
        amountYuan: amountFen / 100,
        parts: {
          meeting: pointsOf(meeting),
          duty: pointsOf(duty),
          honour: pointsOf(honour),
          deduction: pointsOf(deduction),
        },
      };
    }),
  };
});
