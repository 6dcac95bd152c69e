/** 并案: what the end of one wish means for those merged into it, in the transaction of that end. */
import { SYSTEM } from '../../domain/acting';
import { moves } from '../../domain/wish-moves';
import { holderOf } from '../../domain/wish';
import type { Tx } from './database';
import * as notices from './notices';
import { masterOf, unrated, type TimelineEvent, type WishDoc } from './wish-doc';
import { noticeOf, toldOf } from './wish-notices';
import * as wishes from './wishes';

/** One more wisher has this wish: its line on the timeline reads as a change, so that whoever moves it sees them. */
export async function addMerged(master: WishDoc, count: number, line: TimelineEvent, tx: Tx): Promise<WishDoc> {
  const mergedCount = (master.mergedCount ?? 0) + count;
  const noted = await wishes.moveIn(master, { mergedCount }, line, tx);
  // Read in this transaction: another writer makes it run again.
  if (!noted) throw new Error(`wish ${master._id} moved in our transaction`);
  return noted;
}

/** Those merged into `from` follow it to `to`, whose `mergedCount` is the caller's to raise; answers how many. */
export async function moveMerged(from: WishDoc, to: WishDoc, at: Date, tx: Tx): Promise<number> {
  const followers = await wishes.listMerged(from._id, tx);
  const master = masterOf(to, at);
  for (const wish of followers) {
    const note = `${from.code} 已并入 ${to.code}`;
    const line = { at, who: SYSTEM, what: moves.merge.line, note, photos: [] };
    const moved = await wishes.moveIn(wish, { master, reason: `并入 ${to.code}` }, line, tx);
    if (moved) await notices.tell(toldOf(moved, ['submitter']), noticeOf(moved, `随 ${note}`), at, tx);
  }
  return followers.length;
}

/**
 * The wish they were merged into was withdrawn, lapsed or refused: each stands for itself again and is reviewed.
 * The caller takes `mergedCount` from the ended wish in the move that ends it.
 */
export async function reviveMerged(master: WishDoc, why: string, at: Date, tx: Tx): Promise<void> {
  for (const wish of await wishes.listMerged(master._id, tx)) {
    const note = `并入的 ${master.code} ${why}，重新审核`;
    const line = { at, who: SYSTEM, what: moves.revive.line, note, photos: [] };
    const change = {
      status: moves.revive.to,
      holder: { role: holderOf(moves.revive.to), since: at },
      master: null,
      reason: null,
      ...unrated,
    };
    const revived = await wishes.moveIn(wish, change, line, tx);
    if (revived) await notices.tell(toldOf(revived, ['submitter', 'liaison']), noticeOf(revived, note), at, tx);
  }
}
