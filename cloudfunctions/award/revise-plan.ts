import * as contract from '../../contract/award';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward } from './move-award';
import { planOf } from './plan-of';
import { viewAward } from './view-award';

/** 修改方案: only until candidates are drawn, and with why on record for everybody. */
export const revisePlan = useCase(contract.revise, async ({ id, rev, reason, ...asked }, context) => {
  const { caller, now, host } = context;
  await checkText(host, reason, ...asked.excluded.map((one) => one.reason));
  const award = await awards.get(id);
  const plan = await planOf(asked, now);
  const revised = await moveAward({ move: 'revise', award, caller, now, rev, note: reason, change: () => ({ plan }) });
  return viewAward(revised, context);
});
