import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { maySeeOrder } from '../../domain/order-moves';
import * as orders from '../store/orders';

/** The order, for those who follow it; to everybody else it is not there. */
export async function seenOrder(id: string, caller: Caller): Promise<orders.OrderDoc> {
  const order = await orders.get(id);
  const { groupId } = order;
  if (!maySeeOrder({ ...orders.asOrder(order), groupId }, caller)) {
    throw new DomainError('NOT_FOUND', { message: orders.NO_SUCH_ORDER });
  }
  return order;
}
