import * as contract from '../../contract/order';
import { wrongOrderState } from '../../domain/order-moves';
import { keepFile } from '../kit/keep-file';
import { paperBytes, type Paper } from '../kit/paper';
import { useCase } from '../kit/use-case';
import * as departments from '../store/departments';
import * as orders from '../store/orders';
import * as settings from '../store/settings';
import * as wishes from '../store/wishes';
import type { Host } from '../host/host';
import { answerPaper } from './answer-paper';
import { orderPaper, type Printed } from './order-paper';
import { seenOrder } from './seen-order';
import { withoutWisher } from './without-wisher';

/**
 * 交办单 or 答复单 for the printer. The paper goes from hand to hand: it never names the wisher, whoever prints it. The
 * file is an unused one of the caller's, so that it is swept away after a day.
 */
export const printOrder = useCase(contract.print, async ({ id, paper }, context) => {
  const order = await seenOrder(id, context.caller);
  const bytes = await paperBytes(paperOf(paper, await printedOf(order, context.host)));
  return { url: await keepFile('docx', bytes, context) };
});

async function printedOf(order: orders.OrderDoc, host: Host): Promise<Printed> {
  const [wish, department, { town }] = await Promise.all([
    wishes.get(order.wishId),
    departments.find(order.departmentId),
    settings.get(),
  ]);
  return {
    order,
    town,
    department: department?.name ?? '',
    claimer: wish.claimer?.name ?? '（由主席团跟踪）',
    ...withoutWisher(host, wish, order.reason),
  };
}

function paperOf(paper: 'order' | 'answer', printed: Printed): Paper {
  if (paper === 'order') return orderPaper(printed);
  const { order } = printed;
  const { answer, status } = order;
  // After 重办 the earlier answer is no longer one.
  if (!answer || !(['answered', 'rated', 'filed'] as const).some((done) => done === status)) {
    throw wrongOrderState(orders.asOrder(order), '部门还没有答复，答复后才能打印答复单');
  }
  return answerPaper(printed, answer);
}
