import type { Caller, Role } from '../../domain/caller';
import { orderMoves, type OrderMove } from '../../domain/order-moves';
import { inTransaction, type Tx } from '../store/database';
import * as orders from '../store/orders';
import { orderEvent } from './order-event';
import { refuseStale } from './refuse-stale';

interface Moving {
  move: OrderMove;
  order: orders.OrderDoc;
  caller: Caller;
  now: Date;
  /** In which capacity the caller moves it. */
  as: Role;
  note?: string | undefined;
  change?: orders.OrderChange;
}

/**
 * Makes one move that has been checked, and what follows from it (the wish's side, notices) in one transaction: an order
 * and its wish never disagree. Refuses what somebody else moved meanwhile.
 */
export async function moveOrder(
  { move, order, caller, now, as, note, change = {} }: Moving,
  follow: (after: orders.OrderDoc, event: orders.OrderEvent, tx: Tx) => Promise<void>,
): Promise<orders.OrderDoc> {
  const { to, line } = orderMoves[move];
  const event = orderEvent(as, caller, now, line, note);
  const moved = await inTransaction(async (tx) => {
    const after = await orders.moveIn(order, { ...change, ...(to === null ? {} : { status: to }) }, event, tx);
    if (after) await follow(after, event, tx);
    return after;
  });
  return moved ?? (await refuseStale(move, order._id, caller, now));
}
