import * as contract from '../../contract/award';
import { wrongAwardState } from '../../domain/award-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { asAward, moveAward } from './move-award';
import { viewAward } from './view-award';

/** 退回重新审议: nobody is up any more, and the presidium chooses anew. */
export const reconsiderChoice = useCase(contract.reconsider, async ({ id, rev, reason }, context) => {
  const { caller, now, host } = context;
  await checkText(host, reason);
  const award = await awards.get(id);
  if (award.openObjections > 0) throw wrongAwardState(asAward(award), '还有异议没有答复，请先答复');
  const moved = await moveAward({
    ...{ move: 'reconsider', award, caller, now, rev, note: reason },
    change: () => ({ announced: [], noticeUntil: null, dueAt: null }),
  });
  return viewAward(moved, context);
});
