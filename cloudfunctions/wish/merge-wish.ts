import { leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { isLive } from '../../domain/wish';
import { holderAfter, moves } from '../../domain/wish-moves';
import type { Context } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import { masterOf, type WishDoc } from '../store/wish-doc';
import { addMerged, moveMerged } from '../store/wish-merges';
import * as wishes from '../store/wishes';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';

const refused = (into: string): DomainError => new DomainError('INVALID_INPUT', { details: { into } });

/** The wish that another is merged into, as it is in this transaction: live, and not that other itself. */
async function targetOf(wish: WishDoc, into: string | undefined, tx: Tx): Promise<WishDoc> {
  if (into === undefined) throw refused('请选择要并入的心愿');
  if (into === wish._id) throw refused('不能并入这个心愿自己');
  const target = await wishes.find(into, tx);
  if (!target) throw refused('没有找到要并入的心愿');
  if (!isLive(target.status)) throw refused('要并入的心愿已经结束，请另选一个');
  return target;
}

/**
 * 并案: the wish follows another from now on, and with it those that were merged into it. Both are written, so that two
 * are never merged into each other at the same moment; null when the wish has moved.
 */
export async function mergeWish(
  wish: WishDoc,
  into: string | undefined,
  reason: string | undefined,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
): Promise<WishDoc | null> {
  const role = leadingAs(caller);
  return inTransaction(async (tx) => {
    const target = await targetOf(wish, into, tx);
    const note = [`并入 ${target.code}`, ...(reason === undefined ? [] : [reason])].join('：');
    const merged = await wishes.moveIn(
      wish,
      {
        status: moves.merge.to,
        holder: holderAfter(wish, moves.merge.to, now),
        reason: note,
        master: masterOf(target, now),
        mergedCount: null,
      },
      timelineLine(role, caller, now, moves.merge.line, { note }),
      tx,
    );
    if (!merged) return null;
    const count = 1 + (await moveMerged(wish, target, now, tx));
    const line = timelineLine(role, caller, now, '并入', { note: `${wish.code} 并入本心愿` });
    await addMerged(target, count, line, tx);
    await tellOthers(merged, ['submitter'], `已${note}，一起办理`, { caller, now }, tx);
    return merged;
  });
}
