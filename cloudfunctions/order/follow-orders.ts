/** The wish's side of an order's move, in the same transaction: its term, its departments, who holds it. */
import { wishTermsOf } from '../../domain/order';
import type { Tx } from '../store/database';
import * as orders from '../store/orders';
import type { TimelineEvent, WishChange, WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';

/** What the wish shows of its live orders. A paused wish keeps its holder. */
export function followed(wish: WishDoc, live: readonly orders.NewOrder[], now: Date): WishChange {
  const departmentIds = live.map(({ departmentId }) => departmentId);
  const terms = wishTermsOf(live);
  if (!terms) return { departmentIds };
  if (wish.status === 'paused') return { departmentIds, dueAt: terms.dueAt };
  const holder = terms.holder === wish.holder.role ? wish.holder : { role: terms.holder, since: now };
  return { departmentIds, dueAt: terms.dueAt, holder };
}

/** The wish was read in this transaction: another writer makes the transaction run again, never this answer null. */
export async function moveWish(wish: WishDoc, change: WishChange, event: TimelineEvent, tx: Tx): Promise<WishDoc> {
  const moved = await wishes.moveIn(wish, change, event, tx);
  if (!moved) throw new Error(`wish ${wish._id} moved within our transaction`);
  return moved;
}

/** After a move that leaves the order live: the wish follows, and its timeline says what happened. */
export async function followOrders(wishId: string, event: TimelineEvent, tx: Tx): Promise<WishDoc> {
  const wish = await wishes.get(wishId, tx);
  return moveWish(wish, followed(wish, await orders.listLiveByWish(wishId, tx), event.at), event, tx);
}
