import type { Host } from '../host/host';
import { addressBook } from '../store/address-book';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import * as orderClock from '../store/order-clock';
import { orderNotice } from '../store/orders';
import { workOff } from './work-off';

/** 交办单: what is due of every order, told to the department and the presidium. */
export async function orderReminders(now: Date, host: Host): Promise<number> {
  const book = addressBook();
  return workOff({
    job: 'orderReminders',
    host,
    due: (except, limit) => orderClock.listDue(now, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const taken = await orderClock.takeReminder(id, now, tx);
        if (!taken) return false;
        const { order, reminders } = taken;
        // Said again to the same person, it takes the place of what was said before (store/notices).
        for (const { tell, text } of reminders) await notices.remind(tell, orderNotice(order, text), now, tx, book);
        return true;
      }),
  });
}
