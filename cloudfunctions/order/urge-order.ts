import * as contract from '../../contract/order';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { moveOrder } from './move-order';
import { departmentOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 督办: on record, and told to the department. */
export const urgeOrder = useCase(contract.urge, async ({ id, reason }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('urge', orders.asOrder(order), caller, now);
  await checkText(host, reason);
  const change = { urges: order.urges + 1 };
  const urged = await moveOrder(
    { move: 'urge', order, caller, now, as: 'presidium', note: reason, change },
    (after, _event, tx) => {
      const text = `主席团第 ${after.urges} 次督办${reason === undefined ? '' : `：${reason}`}`;
      return tellAbout(departmentOf(after), after, text, now, tx);
    },
  );
  return { order: await viewOrder(urged, caller, now, host) };
});
