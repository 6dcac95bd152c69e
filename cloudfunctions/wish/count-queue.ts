import * as contract from '../../contract/wish';
import { MOST_COUNTED } from '../../domain/most-counted';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import * as wishDesk from '../store/wish-desk';
import { ordersOnDeskOf, wishesOnDeskOf } from './desk-of';

/** How much lies on the caller's desks, and how much of it is late. */
export const countQueue = useCase(contract.queueCount, async (_input, { caller, now }) => {
  const [wishes, ordered] = [wishesOnDeskOf(caller), ordersOnDeskOf(caller)];
  const count = async (limits: { most: number; before?: Date }): Promise<number> => {
    const counts = await Promise.all([wishDesk.count(wishes, limits), orders.countDesk(ordered, limits)]);
    return Math.min(MOST_COUNTED, counts[0] + counts[1]);
  };
  const [waiting, late] = await Promise.all([
    count({ most: MOST_COUNTED }),
    count({ most: MOST_COUNTED, before: now }),
  ]);
  return { waiting, late };
});
