/** What following a wish through the departments pays its claimer (W6 推动部门办成). */
import type { Tx } from './database';
import type { OrderDoc } from './orders';
import { payOnce, type NewEntry } from './points-book';
import type { WishDoc } from './wish-doc';
import * as wishes from './wishes';

interface Act {
  newId: () => string;
  now: Date;
  by: string;
}

/** Classes A 已解决 and B 正在解决: the department has done something. */
const DONE: readonly string[] = ['A', 'B'];

type Filed = Pick<OrderDoc, 'status' | 'answer' | 'wishId' | 'wishCode'>;
type Followed = Pick<WishDoc, 'claimer' | 'campaignId'>;

/** Of an order with a good answer that is filed; none without a claimer. A wish and its claimer have it once. */
export function followingEntry(
  { status, answer, wishId, wishCode }: Filed,
  { claimer, campaignId }: Followed,
  { newId, ...booking }: Pick<NewEntry, 'at' | 'bookedAt' | 'by'> & { newId: () => string; said?: string },
): NewEntry[] {
  if (status !== 'filed' || !answer || !DONE.includes(answer.closeClass) || !claimer) return [];
  const { representativeId, groupId } = claimer;
  const { said = '', ...when } = booking;
  return [
    {
      id: newId(),
      rule: 'W6',
      ...{ representativeId, groupId, campaignId, ...when },
      ref: { kind: 'wish', id: wishId, label: wishCode },
      reason: `心愿 ${wishCode} 的交办单已办成归档${said}`,
    },
  ];
}

/** When an order is filed. */
export async function payFollowing(order: OrderDoc, { newId, now, by }: Act, tx: Tx): Promise<void> {
  const wish = await wishes.find(order.wishId, tx);
  const [entry] = wish ? followingEntry(order, wish, { newId, at: now, by }) : [];
  if (entry) await payOnce(entry, tx);
}
