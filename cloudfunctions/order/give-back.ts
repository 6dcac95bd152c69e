import { DAY_MS } from '../../domain/time';
import { restartDue } from '../../domain/due';
import { mailbox } from '../../domain/mailbox';
import { orderRoleLabels } from '../../domain/labels';
import { orderMoves } from '../../domain/order-moves';
import { holderAfter, moves } from '../../domain/wish-moves';
import type { Told } from '../../domain/wish-timers';
import type { Tx } from '../store/database';
import * as notices from '../store/notices';
import * as orders from '../store/orders';
import { releasedChange } from '../store/wish-changes';
import type { WishChange, WishDoc } from '../store/wish-doc';
import { noticeOf, toldOf } from '../store/wish-notices';
import * as wishes from '../store/wishes';
import { followed, moveWish } from './follow-orders';
import { wishEvent } from './order-event';

/** How an order came to its end. */
export type Ending = 'rate' | 'agreeReturn' | 'cancel';

/** Whoever gets a wish back has at least so long. */
const LEAST_LEFT_MS = 3 * DAY_MS;

const tellings = {
  rate: '部门已办毕，请到现场核实后办结',
  agreeReturn: '部门已退办，请继续办理',
  cancel: '交办已撤销，请继续办理',
} as const satisfies Record<Ending, string>;

/**
 * After an order has ended: a helper's (协办) ends by itself; with the last lead (主办) the wish goes back, and helpers
 * that are still at work are cancelled, so that nothing is left behind.
 */
export async function afterEnding(
  order: orders.OrderDoc,
  ending: Ending,
  event: orders.OrderEvent,
  tx: Tx,
): Promise<void> {
  const wish = await wishes.get(order.wishId, tx);
  const live = await orders.listLiveByWish(order.wishId, tx);
  const goesOn = order.role === 'lead' ? live.some(({ role }) => role === 'lead') : live.length > 0;
  if (goesOn) {
    const line = wishEvent(event, `${orderRoleLabels[order.role]}${orderMoves[ending].line}`);
    await moveWish(wish, followed(wish, live, event.at), line, tx);
    return;
  }
  for (const helper of live) await cancelHelper(helper, event, tx);
  await giveBack(wish, ending, event, tx);
}

async function cancelHelper(helper: orders.OrderDoc, { at, who, accountId }: orders.OrderEvent, tx: Tx): Promise<void> {
  const what = orderMoves.cancel.line;
  const event = { at, who, ...(accountId === undefined ? {} : { accountId }), what, note: '主办已结束' };
  await orders.endIn(helper, orderMoves.cancel.to, event, tx);
  await notices.tell(
    [mailbox.department(helper.departmentId)],
    orders.orderNotice(helper, '主办已结束，协办不用再办'),
    at,
    tx,
  );
}

async function giveBack(wish: WishDoc, ending: Ending, event: orders.OrderEvent, tx: Tx): Promise<void> {
  const { line, change } = backTo(wish, ending, event.at);
  const after = await moveWish(wish, { departmentIds: [], ...change }, wishEvent(event, line, event.note), tx);
  const { told, text } = tellingOf(after, ending);
  await notices.tell(toldOf(after, [told]), noticeOf(after, text), event.at, tx);
}

/** Who is to go on with the wish as it now is, and what they hear. */
function tellingOf({ claimer, status }: WishDoc, ending: Ending): { told: Told; text: string } {
  if (claimer) return { told: 'claimer', text: tellings[ending] };
  if (status === moves.handOpen.to) return { told: 'liaison', text: moves.handOpen.line };
  return { told: 'presidium', text: ending === 'rate' ? '部门已办毕，请办结或说明' : '交办已结束，请决定下一步' };
}

function backTo(wish: WishDoc, ending: Ending, now: Date): { line: string; change: WishChange } {
  const { claimer } = wish;
  if (wish.status === 'paused') return { line: orderMoves[ending].line, change: pausedChange(wish) };
  if (claimer) {
    const change: WishChange = {
      status: moves.handBack.to,
      holder: holderAfter(wish, moves.handBack.to, now),
      ...restartDue(wish, now, LEAST_LEFT_MS),
      // The department's time is none of the claimer's: a week for the next note begins now.
      ...(claimer.contactedAt ? { claimer: { ...claimer, progressAt: now } } : {}),
    };
    return { line: moves.handBack.line, change };
  }
  if (ending === 'rate') {
    const holder = wish.holder.role === 'presidium' ? wish.holder : { role: 'presidium' as const, since: now };
    return { line: orderMoves.rate.line, change: { holder, dueAt: null } };
  }
  return { line: moves.handOpen.line, change: releasedChange(wish, now) };
}

/** The pause goes on; when it ends the claimer is the one to go on, and without one the presidium. */
function pausedChange({ claimer, dueLeftMs }: WishDoc): WishChange {
  if (!claimer) return { dueAt: null };
  const left = dueLeftMs === undefined ? {} : { dueLeftMs: Math.max(dueLeftMs, LEAST_LEFT_MS) };
  return { pausedFrom: 'claimed', dueAt: null, ...left };
}
