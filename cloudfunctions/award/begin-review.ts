import * as contract from '../../contract/award';
import { wrongAwardState } from '../../domain/award-moves';
import { mailbox } from '../../domain/mailbox';
import { chineseDate } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { asAward, moveAward } from './move-award';
import { lastMoment } from './plan-of';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 提交审议: once the groups have had their time. */
export const beginReview = useCase(contract.review, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const award = await awards.get(id);
  const { byNomination, nominateUntil } = award.plan;
  const until = lastMoment(nominateUntil);
  if (award.status === 'candidates' && byNomination > 0 && now <= until) {
    throw wrongAwardState(asAward(award), `小组推荐到${chineseDate(until)}截止，截止后才能提交审议`);
  }
  const moved = await moveAward({
    ...{ move: 'review', award, caller, now, rev },
    change: (tx) => standOf(award, tx),
    tell: ({ name, candidates }) => [
      { to: [mailbox.presidium()], text: `${name}候选人 ${candidates.length} 名，请审议` },
    ],
  });
  return viewAward(moved, context);
});
