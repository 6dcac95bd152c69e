import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import { checkMove, holderAfter, isClaimer } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 退回认领 by the claimer, or 收回 by a leader: the wish waits for a claimer again, the timeline keeps the history. */
export const releaseWish = useCase(contract.release, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('release', wishes.asWish(wish), caller);
  await checkText(host, reason);
  const line = isClaimer(wishes.asWish(wish), caller)
    ? timelineLine('representative', caller, now, '退回认领', { note: reason })
    : timelineLine(leadingAs(caller), caller, now, '收回认领', { note: reason });
  const released = await wishes.moveIfUnchanged(
    wish,
    {
      status: 'open',
      claimer: null,
      dueAt: null,
      holder: holderAfter(wish, 'open', now),
      // What an earlier claimer called done, and what was said of it, is the next one's neither to show nor to answer.
      outcomes: [],
      result: null,
      ...wishes.unrated,
    },
    line,
  );
  return { wish: await viewWish(released ?? (await refuseStale('release', id, caller)), caller, now, host) };
});
