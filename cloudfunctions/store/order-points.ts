/** What following a wish through the departments pays its claimer (W6 推动部门办成). */
import type { Tx } from './database';
import type { OrderDoc } from './orders';
import { payOnce } from './points-book';
import * as wishes from './wishes';

interface Act {
  newId: () => string;
  now: Date;
  by: string;
}

/** Classes A 已解决 and B 正在解决: the department has done something. */
const DONE: readonly string[] = ['A', 'B'];

/** Once for a wish and its claimer, when an order with a good answer is filed. */
export async function payFollowing(
  { wishId, wishCode, answer }: OrderDoc,
  { newId, now, by }: Act,
  tx: Tx,
): Promise<void> {
  if (!answer || !DONE.includes(answer.closeClass)) return;
  const wish = await wishes.find(wishId, tx);
  if (!wish?.claimer) return;
  const { representativeId, groupId } = wish.claimer;
  await payOnce(
    {
      id: newId(),
      rule: 'W6',
      ...{ representativeId, groupId, at: now, by, campaignId: wish.campaignId },
      ref: { kind: 'wish', id: wishId, label: wishCode },
      reason: `心愿 ${wishCode} 的交办单已办成归档`,
    },
    tx,
  );
}
