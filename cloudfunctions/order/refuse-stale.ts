import type { Caller } from '../../domain/caller';
import { checkOrderMove, wrongOrderState, type OrderMove } from '../../domain/order-moves';
import { staleText } from '../../domain/stale-text';
import { checkMove, wrongState } from '../../domain/wish-moves';
import * as orders from '../store/orders';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';

/** Somebody moved the order first: throws the refusal that it gives as it now is, naming who moved and when. */
export async function refuseStale(move: OrderMove, id: string, caller: Caller, now: Date): Promise<never> {
  const order = orders.asOrder(await orders.get(id));
  checkOrderMove(move, order, caller, now);
  throw wrongOrderState(order, staleText('这件交办单', order.last));
}

/** Somebody moved the wish first, which was to be given to a department. */
export async function refuseStaleWish(id: string, caller: Caller, now: Date): Promise<never> {
  const wish = asWish(await wishes.get(id));
  checkMove('coordinate', wish, caller, now);
  throw wrongState(wish, staleText('这个心愿', wish.last));
}
