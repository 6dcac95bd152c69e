import * as contract from '../../contract/order';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { moveOrder } from './move-order';
import { departmentOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 不同意延期: the term stays. */
export const refuseExtension = useCase(contract.refuseExtension, async ({ id, reason }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('refuseExtension', orders.asOrder(order), caller, now);
  await checkText(host, reason);
  const { extension } = order;
  const change = extension ? { extension: { ...extension, state: 'refused' as const } } : {};
  const refused = await moveOrder(
    { move: 'refuseExtension', order, caller, now, as: 'presidium', note: reason, change },
    (after, _event, tx) => tellAbout(departmentOf(after), after, `延期没有同意：${reason}`, now, tx),
  );
  return { order: await viewOrder(refused, caller, now, host) };
});
