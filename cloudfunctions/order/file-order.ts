import * as contract from '../../contract/order';
import { checkOrderMove } from '../../domain/order-moves';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { moveOrder } from './move-order';
import { viewOrder } from './view-order';

/** 归档: nothing follows, the wish has gone on already. */
export const fileOrder = useCase(contract.file, async ({ id }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('file', orders.asOrder(order), caller, now);
  const filed = await moveOrder({ move: 'file', order, caller, now, as: 'presidium' }, () => Promise.resolve());
  return { order: await viewOrder(filed, caller, now, host) };
});
