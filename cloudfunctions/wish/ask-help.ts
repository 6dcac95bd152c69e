import * as contract from '../../contract/wish-work';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 申请部门协办: what the claimer cannot do alone the presidium gives to a department, or says why not. */
export const askHelp = useCase(contract.askHelp, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('askHelp', asWish(wish), caller, now);
  await checkText(host, reason);
  const asked = await wishes.moveIfUnchanged(
    wish,
    { helpRequest: { at: now, reason } },
    timelineLine('representative', caller, now, moves.askHelp.line, { note: reason }),
    (tx, after) =>
      tellOthers(after, ['presidium', 'liaison'], `${caller.name}代表申请部门协办：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(asked ?? (await refuseStale('askHelp', id, caller, now)), caller, now, host) };
});
