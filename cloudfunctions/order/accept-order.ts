import * as contract from '../../contract/order';
import { orderRoleLabels } from '../../domain/labels';
import { checkOrderMove } from '../../domain/order-moves';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { followOrders } from './follow-orders';
import { moveOrder } from './move-order';
import { wishEvent } from './order-event';
import { viewOrder } from './view-order';

/** 签收: the department takes the order on. */
export const acceptOrder = useCase(contract.accept, async ({ id }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('accept', orders.asOrder(order), caller, now);
  const accepted = await moveOrder(
    { move: 'accept', order, caller, now, as: 'department', change: { acceptedAt: now } },
    async ({ wishId, role }, event, tx) => {
      await followOrders(wishId, wishEvent(event, `${orderRoleLabels[role]}部门${event.what}`), tx);
    },
  );
  return { order: await viewOrder(accepted, caller, now, host) };
});
