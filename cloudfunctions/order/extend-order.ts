import * as contract from '../../contract/order';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { checkOrderMove, isOrderDepartment } from '../../domain/order-moves';
import { chineseDate } from '../../domain/time';
import { addWorkingDays } from '../../domain/working-days';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { workingDays } from '../kit/working-days';
import * as orders from '../store/orders';
import * as settings from '../store/settings';
import { followOrders } from './follow-orders';
import { moveOrder } from './move-order';
import { wishEvent } from './order-event';
import { departmentOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 延期, once for an order: its department asks, with days and a reason; the presidium consents. */
export const extendOrder = useCase(contract.extend, async ({ id, days, reason }, { caller, now, host }) => {
  const order = await orders.get(id);
  if (!isOrderDepartment(order, caller))
    return { order: await viewOrder(await grant(order, caller, now), caller, now, host) };
  checkOrderMove('askExtension', orders.asOrder(order), caller, now);
  if (days === undefined || reason === undefined) throw incomplete(days, reason);
  await checkText(host, reason);
  const note = `${days} 个工作日：${reason}`;
  const asked = await moveOrder(
    {
      move: 'askExtension',
      order,
      caller,
      now,
      as: 'department',
      note,
      change: { extension: { days, reason, askedAt: now, state: 'asked' } },
    },
    (after, _event, tx) => tellAbout([mailbox.presidium()], after, `部门申请延期 ${note}`, now, tx),
  );
  return { order: await viewOrder(asked, caller, now, host) };
});

const incomplete = (days: number | undefined, reason: string | undefined): DomainError =>
  new DomainError('INVALID_INPUT', {
    details: {
      ...(days === undefined ? { days: '请填写需要延长几个工作日' } : {}),
      ...(reason === undefined ? { reason: '请写明延期理由' } : {}),
    },
  });

/** The wish's term moves on with the order's. */
async function grant(order: orders.OrderDoc, caller: Caller, now: Date): Promise<orders.OrderDoc> {
  checkOrderMove('grantExtension', orders.asOrder(order), caller, now);
  const { extension } = order;
  if (!extension) throw new Error(`order ${order._id} passed its guard without an extension`);
  const dueAt = addWorkingDays(order.dueAt, extension.days, workingDays(await settings.get()));
  const note = `延长 ${extension.days} 个工作日，至${chineseDate(dueAt)}`;
  return moveOrder(
    {
      move: 'grantExtension',
      order,
      caller,
      now,
      as: 'presidium',
      note,
      change: { dueAt, extension: { ...extension, state: 'granted' } },
    },
    async (after, event, tx) => {
      await followOrders(after.wishId, wishEvent(event, event.what, note), tx);
      await tellAbout(departmentOf(after), after, `延期已同意，${note}`, now, tx);
    },
  );
}
