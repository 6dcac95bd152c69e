import * as contract from '../../contract/order';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { afterEnding } from './give-back';
import { moveOrder } from './move-order';
import { departmentOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 撤销交办: with the last lead's order the wish goes back to its claimer, or waits for one. */
export const cancelOrder = useCase(contract.cancel, async ({ id, reason }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('cancel', orders.asOrder(order), caller, now);
  await checkText(host, reason);
  const cancelled = await moveOrder(
    { move: 'cancel', order, caller, now, as: 'presidium', note: reason },
    async (after, event, tx) => {
      await afterEnding(after, 'cancel', event, tx);
      await tellAbout(departmentOf(after), after, `交办已撤销：${reason}`, now, tx);
    },
  );
  return { order: await viewOrder(cancelled, caller, now, host) };
});
