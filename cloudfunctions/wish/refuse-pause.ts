import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 不同意暂缓: the claimer goes on, and is told why. */
export const refusePause = useCase(contract.refusePause, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('refusePause', asWish(wish), caller, now);
  await checkText(host, reason);
  const refused = await wishes.moveIfUnchanged(
    wish,
    { pauseRequest: null },
    timelineLine(leadingAs(caller), caller, now, moves.refusePause.line, { note: reason }),
    (tx, after) => tellOthers(after, ['claimer'], `暂缓申请没有同意：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(refused ?? (await refuseStale('refusePause', id, caller, now)), caller, now, host) };
});
