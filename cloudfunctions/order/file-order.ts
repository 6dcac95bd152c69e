import * as contract from '../../contract/order';
import { checkOrderMove } from '../../domain/order-moves';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { payFollowing } from '../store/order-points';
import { moveOrder } from './move-order';
import { viewOrder } from './view-order';

/** 归档: the wish has gone on already; who followed it to a good end is paid (W6), once for a wish. */
export const fileOrder = useCase(contract.file, async ({ id }, { caller, now, newId, host }) => {
  const order = await orders.get(id);
  checkOrderMove('file', orders.asOrder(order), caller, now);
  const filed = await moveOrder({ move: 'file', order, caller, now, as: 'presidium' }, (after, _event, tx) =>
    payFollowing(after, { newId, now, by: caller.accountId }, tx),
  );
  return { order: await viewOrder(filed, caller, now, host) };
});
