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

/** 隐藏: off the wall, and on with the work; those whose wish it is hear why and by whom. */
export const hideWish = useCase(contract.hide, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('hide', asWish(wish), caller, now);
  await checkText(host, reason);
  const line = timelineLine(leadingAs(caller), caller, now, moves.hide.line, { note: reason });
  const hidden = await wishes.moveIfUnchanged(wish, { hidden: { reason, who: line.who, at: now } }, line, (tx, after) =>
    tellOthers(after, ['submitter', 'claimer'], `${line.who}已从心愿墙上隐藏：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(hidden ?? (await refuseStale('hide', id, caller, now)), caller, now, host) };
});
