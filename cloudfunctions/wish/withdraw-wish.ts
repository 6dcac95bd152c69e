import * as contract from '../../contract/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 撤回: the submitter takes the wish back, with a reason. */
export const withdrawWish = useCase(contract.withdraw, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('withdraw', wishes.asWish(wish), caller);
  await checkText(host, reason);
  const withdrawn = await wishes.moveIfUnchanged(
    wish,
    { status: 'withdrawn', holder: holderAfter(wish, 'withdrawn', now), reason },
    timelineLine(submittingAs(wish, caller), caller, now, '撤回', { note: reason }),
  );
  return { wish: await viewWish(withdrawn ?? (await refuseStale('withdraw', id, caller)), caller, now, host) };
});
