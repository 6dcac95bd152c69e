import * as contract from '../../contract/order';
import { stopDue } from '../../domain/due';
import { DomainError } from '../../domain/errors';
import { orderRoleLabels } from '../../domain/labels';
import type { OrderRole } from '../../domain/order';
import { checkMove, moves, wrongState } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import * as orders from '../store/orders';
import { asWish, type WishChange, type WishDoc } from '../store/wish-doc';
import { noticeOf, toldOf } from '../store/wish-notices';
import * as wishes from '../store/wishes';
import { followed } from './follow-orders';
import { knownDepartment } from './known-department';
import { newOrder, nextOrderCode } from './new-order';
import { orderEvent, wishEvent } from './order-event';
import { refuseStaleWish } from './refuse-stale';
import { tellIssued } from './tell-about';
import { viewOrder } from './view-order';

/** 交办: the order and the wish's coming to coordinating are one; the claimer's own clock stops meanwhile. */
export const issueOrder = useCase(
  contract.issue,
  async ({ wishId, departmentId, dueDays, reason, role }, { caller, now, newId, host }) => {
    const wish = await wishes.get(wishId);
    checkMove('coordinate', asWish(wish), caller, now);
    const { name } = await knownDepartment(departmentId);
    await checkText(host, reason);
    const event = orderEvent('presidium', caller, now, moves.coordinate.line);
    const [id, code] = [newId(), await nextOrderCode(now)];
    const issued = await inTransaction(async (tx) => {
      const live = await orders.listLiveByWish(wishId, tx);
      const taken = roleOf(wish, live, departmentId, role);
      const given = { id, departmentId, role: taken, reason, dueDays, event, issuedBy: caller.name };
      const order = await newOrder(wish, code, given);
      const line = wishEvent(event, event.what, `${orderRoleLabels[taken]}：${name}`);
      const after = await wishes.moveIn(wish, coordinated(wish, [...live, order], now), line, tx);
      if (!after) return null;
      const inserted = await orders.insert(order, tx);
      await tellIssued(inserted, name, tx);
      const whom = toldOf(after, ['claimer', 'submitter', 'liaison']);
      await notices.tell(whom, noticeOf(after, `已交${name}${orderRoleLabels[taken]}`), now, tx);
      return inserted;
    });
    return { order: await viewOrder(issued ?? (await refuseStaleWish(wishId, caller, now)), caller, now, host) };
  },
);

/** The first live order is the lead's unless it says otherwise; there is one lead, and no department has two orders. */
function roleOf(
  wish: WishDoc,
  live: readonly orders.OrderDoc[],
  departmentId: string,
  role: OrderRole | undefined,
): OrderRole {
  if (live.some((order) => order.departmentId === departmentId)) {
    throw new DomainError('DUPLICATE', { message: '这个部门已经有这个心愿的交办单，还没有办完' });
  }
  const lead = live.find((order) => order.role === 'lead');
  if (lead && role === 'lead') {
    throw wrongState(asWish(wish), `已有主办部门（${lead.code}），请改用协办，或先撤销原来的主办`);
  }
  return role ?? (lead ? 'helper' : 'lead');
}

function coordinated(wish: WishDoc, live: readonly orders.NewOrder[], now: Date): WishChange {
  const change: WishChange = { status: moves.coordinate.to, helpRequest: null, ...followed(wish, live, now) };
  if (wish.status === moves.coordinate.to) return change;
  const { dueLeftMs } = wish.dueLeftMs === undefined ? stopDue(wish, now) : wish;
  return { ...change, dueLeftMs: dueLeftMs ?? null, pauseRequest: null };
}
