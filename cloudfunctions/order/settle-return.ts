import type { z } from 'zod';
import * as contract from '../../contract/order';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { orderRoleLabels } from '../../domain/labels';
import { SIGN_IN_WORKING_DAYS } from '../../domain/order';
import { checkOrderMove } from '../../domain/order-moves';
import { moves } from '../../domain/wish-moves';
import { addWorkingDays } from '../../domain/working-days';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { workingDays } from '../kit/working-days';
import * as orders from '../store/orders';
import * as settings from '../store/settings';
import * as wishes from '../store/wishes';
import { followOrders } from './follow-orders';
import { afterEnding } from './give-back';
import { knownDepartment } from './known-department';
import { moveOrder } from './move-order';
import { newOrder, nextOrderCode } from './new-order';
import { orderEvent, wishEvent } from './order-event';
import { departmentOf, tellAbout, tellIssued } from './tell-about';
import { viewOrder } from './view-order';

/** 退办 answered: agreed, the order ends and may go to another department at once; refused, it is to be signed in. */
export const settleReturn = useCase(
  contract.settleReturn,
  async ({ id, agree, departmentId, reason }, { caller, now, newId, host }) => {
    const order = await orders.get(id);
    checkOrderMove(agree ? 'agreeReturn' : 'refuseReturn', orders.asOrder(order), caller, now);
    await checkText(host, reason);
    const settling = { order, caller, now, reason };
    const settled = !agree
      ? await refuseReturn(settling)
      : departmentId === undefined
        ? await takeBack(settling)
        : await passOn(settling, departmentId, newId());
    return { order: await viewOrder(settled, caller, now, host) };
  },
);

interface Settling {
  order: orders.OrderDoc;
  caller: Caller;
  now: Date;
  reason: z.output<typeof contract.settleReturn.input>['reason'];
}

async function refuseReturn({ order, caller, now, reason }: Settling): Promise<orders.OrderDoc> {
  if (reason === undefined) throw new DomainError('INVALID_INPUT', { details: { reason: '请写明不同意退办的理由' } });
  const signBy = addWorkingDays(now, SIGN_IN_WORKING_DAYS, workingDays(await settings.get()));
  return moveOrder(
    {
      move: 'refuseReturn',
      order,
      caller,
      now,
      as: 'presidium',
      note: reason,
      change: { signBy, returnBy: now, acceptedAt: null },
    },
    async (after, event, tx) => {
      await followOrders(after.wishId, wishEvent(event, event.what), tx);
      await tellAbout(departmentOf(after), after, `退办申请没有同意，请签收办理：${reason}`, now, tx);
    },
  );
}

const takeBack = ({ order, caller, now, reason }: Settling): Promise<orders.OrderDoc> =>
  moveOrder({ move: 'agreeReturn', order, caller, now, as: 'presidium', note: reason }, async (after, event, tx) => {
    await afterEnding(after, 'agreeReturn', event, tx);
    await tellAbout(departmentOf(after), after, '已同意退办', now, tx);
  });

/** The same order anew: with fresh terms, in the transaction in which the old one ends. */
async function passOn({ order, caller, now, reason }: Settling, departmentId: string, newOrderId: string) {
  const { name } = await knownDepartment(departmentId);
  if (departmentId === order.departmentId) {
    throw new DomainError('INVALID_INPUT', { details: { departmentId: '请选择退办部门以外的部门' } });
  }
  const code = await nextOrderCode(now);
  return moveOrder(
    { move: 'agreeReturn', order, caller, now, as: 'presidium', note: `转${name}` },
    async (after, _event, tx) => {
      const { wishId, role, dueDays } = after;
      const live = await orders.listLiveByWish(wishId, tx);
      if (live.some((other) => other.departmentId === departmentId)) {
        throw new DomainError('DUPLICATE', { message: '这个部门已经有这个心愿的交办单，还没有办完' });
      }
      const event = orderEvent('presidium', caller, now, moves.coordinate.line);
      const given = { id: newOrderId, departmentId, role, dueDays, event, issuedBy: caller.name };
      const wish = await wishes.get(wishId, tx);
      const issued = await orders.insert(await newOrder(wish, code, { ...given, reason: reason ?? after.reason }), tx);
      await followOrders(wishId, wishEvent(event, event.what, `${orderRoleLabels[role]}：转${name}`), tx);
      await tellAbout(departmentOf(after), after, `已同意退办，转${name}`, now, tx);
      await tellIssued(issued, name, tx);
    },
  );
}
