/** What the clock reads and writes of orders beside their moves. */
import type { Order } from '../../domain/order';
import { dueReminders, type OrderReminder } from '../../domain/order-desk';
import type { Tx } from './database';
import { asOrder, orders, type OrderDoc } from './orders';

/** Those with something to be reminded of, the longest due first. */
export async function listDue(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await orders()
  )
    .find({ 'plan.nextAt': { $lte: now }, ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}) })
    .sort({ 'plan.nextAt': 1 })
    .limit(limit)
    .project<Pick<OrderDoc, '_id'>>({ _id: 1 })
    .toArray();
  return found.map(({ _id }) => _id);
}

/**
 * The reminders that are due, in their order, marked as told in this transaction; null when there is none, or somebody was
 * first. No revision: whoever acts on the order at this moment is not refused because of a reminder.
 */
export async function takeReminder(
  id: Order['id'],
  now: Date,
  tx: Tx,
): Promise<{ order: OrderDoc; reminders: OrderReminder[] } | null> {
  const all = await orders();
  const order = await all.findOne({ _id: id }, { session: tx });
  if (!order?.plan.nextAt || order.plan.nextAt > now) return null;
  const { due, told, nextAt } = dueReminders(asOrder(order), order.plan.told, now);
  const { matchedCount } = await all.updateOne(
    { _id: id, rev: order.rev, 'plan.nextAt': order.plan.nextAt },
    {
      $set: { 'plan.told': told, ...(nextAt ? { 'plan.nextAt': nextAt } : {}) },
      ...(nextAt ? {} : { $unset: { 'plan.nextAt': '' } }),
    },
    { session: tx },
  );
  return matchedCount === 1 && due.length > 0 ? { order, reminders: due } : null;
}
