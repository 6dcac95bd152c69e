import { outcomeFromShape } from '../../contract/shapes';
import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import { isClaimer } from '../../domain/wish-actors';
import { checkMove, holderAfter, moves, wrongState } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as media from '../store/media';
import * as notices from '../store/notices';
import * as orders from '../store/orders';
import { asWish, unrated, type WishChange, type WishDoc } from '../store/wish-doc';
import { noticeOf, toldOf } from '../store/wish-notices';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/**
 * 办结: the claimer says what was done and what it brought, or the presidium what a department did; the wisher's
 * answer closes it, or sends it back.
 */
export const fulfilWish = useCase(
  contract.fulfil,
  async ({ id, note, photos = [], outcomes }, { caller, now, host }) => {
    const wish = await wishes.get(id);
    checkMove('fulfil', asWish(wish), caller, now);
    await checkText(host, note);
    await media.checkPhotos(photos, caller.accountId);
    const role = isClaimer(asWish(wish), caller) ? 'representative' : leadingAs(caller);
    const line = timelineLine(role, caller, now, moves.fulfil.line, { note, photos });
    const result = { note, photos, at: now };
    const change = { ...fulfilledChange(wish, now), outcomes: outcomes.map(outcomeFromShape), result };
    const fulfilled = await wishes.moveIfUnchanged(wish, change, line, async (tx, after) => {
      await checkLeadsDone(wish, tx);
      await orders.endOrders(id, line, tx);
      await media.markUsed(photos, tx);
      await tellFulfilled(after, caller, now, tx);
    });
    return { wish: await viewWish(fulfilled ?? (await refuseStale('fulfil', id, caller, now)), caller, now, host) };
  },
);

const fulfilledChange = (wish: WishDoc, now: Date): WishChange => ({
  status: 'fulfilled',
  holder: holderAfter(wish, 'fulfilled', now),
  helpRequest: null,
  pauseRequest: null,
  departmentIds: null,
  // The wisher of what was done anew is called anew.
  callBacks: null,
  ...unrated,
});

/** A department that leads (主办) answers before anybody calls its work done. */
async function checkLeadsDone(wish: WishDoc, tx: Tx): Promise<void> {
  const live = await orders.listLiveByWish(wish._id, tx);
  if (live.every(({ role, status }) => role !== 'lead' || status === 'answered')) return;
  throw wrongState(asWish(wish), '主办部门还没有答复，答复以后才能办结');
}

/** Each wisher of a merged wish hears of it under their own wish's number. */
async function tellFulfilled(wish: WishDoc, caller: Caller, now: Date, tx: Tx): Promise<void> {
  const told = ['submitter', 'claimer', 'liaison', mailboxesOfHelpers(wish)] as const;
  await tellOthers(wish, [...told], '已办结，请心愿人确认是否解决、是否满意', { caller, now }, tx);
  for (const merged of await wishes.listMerged(wish._id, tx)) {
    const text = `并入的 ${wish.code} 已办结，请确认您的心愿是否解决、是否满意`;
    await notices.tell(toldOf(merged, ['submitter']), noticeOf(merged, text), now, tx);
  }
}
