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

/** 不予交办: the wish stays with its claimer, who is told why. */
export const refuseHelp = useCase(contract.refuseHelp, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('refuseHelp', asWish(wish), caller, now);
  await checkText(host, reason);
  const refused = await wishes.moveIfUnchanged(
    wish,
    { helpRequest: null },
    timelineLine(leadingAs(caller), caller, now, moves.refuseHelp.line, { note: reason }),
    (tx, after) => tellOthers(after, ['claimer', 'liaison'], `协办申请没有同意：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(refused ?? (await refuseStale('refuseHelp', id, caller, now)), caller, now, host) };
});
