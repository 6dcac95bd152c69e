import * as contract from '../../contract/order';
import { useCase } from '../kit/use-case';
import { seenOrder } from './seen-order';
import { viewOrder } from './view-order';

/** One order in full. */
export const getOrder = useCase(contract.get, async ({ id }, { caller, now, host }) => ({
  order: await viewOrder(await seenOrder(id, caller), caller, now, host),
}));
