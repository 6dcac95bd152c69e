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

/** 恢复显示 on the wall. */
export const unhideWish = useCase(contract.unhide, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('unhide', asWish(wish), caller, now);
  await checkText(host, reason);
  const line = timelineLine(leadingAs(caller), caller, now, moves.unhide.line, { note: reason });
  const shown = await wishes.moveIfUnchanged(wish, { hidden: null }, line, (tx, after) =>
    tellOthers(after, ['submitter', 'claimer'], `${line.who}已恢复显示：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(shown ?? (await refuseStale('unhide', id, caller, now)), caller, now, host) };
});
