import { orderColumns, type OrderRow } from '../../../domain/sheets/orders';
import * as departments from '../../store/departments';
import * as orders from '../../store/orders';
import * as wishLists from '../../store/wish-lists';
import { collectedWithin } from '../span';
import { inBatches, onWall, type SheetQuery, type SheetSource } from './source';

/** The span is that of the day of issue; the filters are those of the wish behind the order. */
async function* rows({ wantedEver, copy, span }: SheetQuery): AsyncGenerator<OrderRow> {
  if (!wantedEver) return;
  const departmentNames = await departments.namesById();
  const filter = { ...wantedEver.filter, ...onWall(copy) };
  let number = 0;
  for await (const batch of inBatches(orders.eachIssued(collectedWithin(span)))) {
    const wishes = await wishLists.findAmong([...new Set(batch.map(({ wishId }) => wishId))], filter);
    for (const order of batch) {
      const wish = wishes.get(order.wishId);
      if (!wish || !wantedEver.matches(wish)) continue;
      number += 1;
      yield { number, order, wish, department: departmentNames.get(order.departmentId) ?? '' };
    }
  }
}

export const ordersSource: SheetSource<OrderRow> = { columns: orderColumns, isOfWishes: true, rows };
