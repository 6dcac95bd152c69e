import * as contract from '../../contract/order';
import { DomainError } from '../../domain/errors';
import { closeClassLabels, orderRoleLabels } from '../../domain/labels';
import { lacksMeasure } from '../../domain/order';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { followOrders } from './follow-orders';
import { moveOrder } from './move-order';
import { wishEvent } from './order-event';
import { judgesOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 答复: what the department did or will do. The lead's hands the wish to the presidium, which rates it. */
export const answerOrder = useCase(contract.answer, async ({ id, text, closeClass }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('answer', orders.asOrder(order), caller, now);
  if (lacksMeasure(closeClass, text)) {
    throw new DomainError('INVALID_INPUT', { details: { text: '请写明措施和时间' } });
  }
  await checkText(host, text);
  const said = `${closeClass} ${closeClassLabels[closeClass]}`;
  const answered = await moveOrder(
    {
      move: 'answer',
      order,
      caller,
      now,
      as: 'department',
      note: `${said}。${text}`,
      change: {
        answer: { at: now, who: caller.name, text, closeClass },
        // What is answered needs no longer term.
        ...(order.extension?.state === 'asked' ? { extension: null } : {}),
      },
    },
    async (after, event, tx) => {
      await followOrders(after.wishId, wishEvent(event, `${orderRoleLabels[after.role]}部门${event.what}`, said), tx);
      await tellAbout(judgesOf(after), after, `部门已答复（${said}），请评价`, now, tx);
    },
  );
  return { order: await viewOrder(answered, caller, now, host) };
});
