import type { z } from 'zod';
import * as contract from '../../contract/wish';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import { asWish, type WishChange, type WishDoc } from '../store/wish-doc';
import { payFulfilment } from '../store/wish-points';
import * as wishes from '../store/wishes';
import { answerWords, heardLine } from './heard-line';
import { rateMerged } from './rate-merged';
import { refuseStale } from './refuse-stale';
import { takenUpAgain } from './take-up-again';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { viewWish } from './view-wish';

type Rate = z.output<typeof contract.rate.input>;

/** What sends a wish back to who called it done. */
const isRefused = ({ rating, resolved }: Rate): boolean => rating === 'unsatisfied' || resolved === 'no';

/**
 * 评价 by the wisher, or 回访 by a leader who is not the claimer. 是否解决 is asked apart: unanswered it stays unknown
 * and never counts as solved. 不满意 or 未解决 sends the wish back with half the time; anything else closes it and pays.
 */
export const rateWish = useCase(contract.rate, async (heard, context) => {
  const { caller, now, host } = context;
  const wish = await wishes.get(heard.id);
  const ofMaster = isRefused(heard) ? 'redo' : 'confirm';
  const move = wish.status === 'merged' ? 'rateMerged' : ofMaster;
  checkMove(move, asWish(wish), caller, now);
  await checkText(host, heard.comment);
  const rated =
    move === 'rateMerged'
      ? await rateMerged(wish, heard, isRefused(heard), context)
      : await rate(wish, heard, move, context);
  return { wish: await viewWish(rated ?? (await refuseStale(move, heard.id, caller, now)), caller, now, host) };
});

const answerOf = ({ rating, resolved, comment }: Rate): WishChange => ({
  rating,
  resolved: resolved ?? null,
  comment: comment ?? null,
});

const closedChange = (wish: WishDoc, { resolved }: Rate, now: Date): WishChange => ({
  status: moves.confirm.to,
  holder: holderAfter(wish, moves.confirm.to, now),
  endedAt: now,
  // 办结 alone is no 解决: only who says so makes it 已解决.
  closeClass: resolved === 'yes' ? 'A' : 'B',
});

async function rate(
  wish: WishDoc,
  heard: Rate,
  move: 'redo' | 'confirm',
  { caller, now, newId }: Context,
): Promise<WishDoc | null> {
  const isRedone = move === 'redo';
  const change = isRedone ? await takenUpAgain(wish, now) : closedChange(wish, heard, now);
  const line = heardLine(wish, heard, caller, now);
  return wishes.moveIfUnchanged(wish, { ...answerOf(heard), ...change }, line, async (tx) => {
    if (!isRedone) {
      const { rating } = heard;
      await payFulfilment(wish, { newId, at: now, by: caller.accountId, rating, said: answerWords(heard) }, tx);
    }
    const text = `${line.what}${isRedone ? '，退回重新办理' : '，已办结'}`;
    await tellOthers(wish, ['claimer', 'liaison', mailboxesOfHelpers(wish)], text, { caller, now }, tx);
  });
}
