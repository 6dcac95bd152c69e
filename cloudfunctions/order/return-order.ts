import * as contract from '../../contract/order';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { followOrders } from './follow-orders';
import { knownDepartment } from './known-department';
import { moveOrder } from './move-order';
import { wishEvent } from './order-event';
import { tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 退办: it is none of the department's, which says why and perhaps whose it is. */
export const returnOrder = useCase(
  contract.return,
  async ({ id, reason, suggestDepartmentId }, { caller, now, host }) => {
    const order = await orders.get(id);
    checkOrderMove('return', orders.asOrder(order), caller, now);
    const suggested = await suggestedBy(order, suggestDepartmentId);
    await checkText(host, reason);
    const change = { returnRequest: { at: now, reason, ...defined({ suggestDepartmentId }) } };
    const note = suggested === undefined ? reason : `${reason}（建议转${suggested}）`;
    const asked = await moveOrder(
      { move: 'return', order, caller, now, as: 'department', note, change },
      async (after, event, tx) => {
        await followOrders(after.wishId, wishEvent(event, event.what), tx);
        await tellAbout([mailbox.presidium()], after, `部门申请退办：${note}`, now, tx);
      },
    );
    return { order: await viewOrder(asked, caller, now, host) };
  },
);

async function suggestedBy({ departmentId }: orders.OrderDoc, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  if (id === departmentId) {
    throw new DomainError('INVALID_INPUT', { details: { suggestDepartmentId: '请选择本部门以外的部门' } });
  }
  return (await knownDepartment(id, 'suggestDepartmentId')).name;
}
