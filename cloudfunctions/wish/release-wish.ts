import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import { isClaimer } from '../../domain/wish-actors';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { findOfRelease } from '../store/deductions';
import { releasedChange } from '../store/wish-changes';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 退回认领 by the claimer, or 收回 by a leader: the wish waits for a claimer again, the timeline keeps the history. */
export const releaseWish = useCase(contract.release, async ({ id, reason }, { caller, now, newId, host }) => {
  const wish = await wishes.get(id);
  checkMove('release', asWish(wish), caller, now);
  await checkText(host, reason);
  const isOwn = isClaimer(asWish(wish), caller);
  const line = isOwn
    ? timelineLine('representative', caller, now, moves.release.line, { note: reason })
    : timelineLine(leadingAs(caller), caller, now, '收回认领', { note: reason });
  const released = await wishes.moveIfUnchanged(wish, releasedChange(wish, now), line, async (tx) => {
    if (isOwn) await findOfRelease(wish, { newId, now }, tx);
    // The wish as it was: whose claim it no longer is needs to know.
    await tellOthers(
      wish,
      ['claimer', 'submitter', 'liaison', mailboxesOfHelpers(wish)],
      `${line.who}${line.what}：${reason}`,
      { caller, now },
      tx,
    );
  });
  return { wish: await viewWish(released ?? (await refuseStale('release', id, caller, now)), caller, now, host) };
});
