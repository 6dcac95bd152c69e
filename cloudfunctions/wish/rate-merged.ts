import { DomainError } from '../../domain/errors';
import { isClaimer } from '../../domain/wish-actors';
import { guards } from '../../domain/wish-guards';
import { moves } from '../../domain/wish-moves';
import type { Context } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import { asWish, unrated, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { answerWords, heardLine, type Heard } from './heard-line';
import { takenUpAgain } from './take-up-again';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { systemLine } from './timeline-line';

type Act = Pick<Context, 'caller' | 'now'>;

/**
 * Each wisher of a merged wish answers for themselves: on their own document, without points. For whom it is not solved,
 * the wish that it was merged into is taken up again, in the same transaction. Null when the wish has moved.
 */
export async function rateMerged(
  wish: WishDoc,
  heard: Heard,
  isRefused: boolean,
  { caller, now }: Act,
): Promise<WishDoc | null> {
  const rated = await inTransaction(async (tx) => {
    const master = await wishes.get(wish.master?.id ?? '', tx);
    if (isClaimer(master, caller)) {
      throw new DomainError('FORBIDDEN', { message: '自己认领的心愿，审批、回访和评价要由别人来做' });
    }
    const { rating, resolved = null, comment = null } = heard;
    const line = heardLine(wish, heard, caller, now);
    const answered = await wishes.moveIn(wish, { rating, resolved, comment }, line, tx);
    if (!answered) return null;
    if (isRefused) await takeUpMaster(master, answered, answerWords(heard), { caller, now }, tx);
    return answered;
  });
  // The wish it was merged into may stand elsewhere now.
  return rated && wishes.get(rated._id);
}

/** What became of the master since is its own; a late answer stays on record, for its claimer and liaison to read. */
async function takeUpMaster(master: WishDoc, wish: WishDoc, said: string, { caller, now }: Act, tx: Tx): Promise<void> {
  const isClosed = master.status === 'closed';
  const isReopened = isClosed && guards.reopenable(asWish(master), caller, now) === null;
  const note = `并入的 ${wish.code}：${said}`;
  if (master.status === 'fulfilled' || isReopened) {
    const line = systemLine(now, isReopened ? moves.reopen.line : moves.redo.line, note);
    const again = await takenUpAgain(master, now);
    const change = isReopened ? { ...again, ...unrated, reopenCount: (master.reopenCount ?? 0) + 1 } : again;
    // Read in this transaction: another writer makes it run again.
    if (!(await wishes.moveIn(master, change, line, tx)))
      throw new Error(`wish ${master._id} moved in our transaction`);
  }
  await tellOthers(master, ['claimer', 'liaison', mailboxesOfHelpers(master)], note, { caller, now }, tx);
}
