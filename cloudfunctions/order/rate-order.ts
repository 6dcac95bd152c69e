import * as contract from '../../contract/order';
import { hasRole, type Caller } from '../../domain/caller';
import { ratingLabels } from '../../domain/labels';
import { redoDays } from '../../domain/order';
import { checkOrderMove } from '../../domain/order-moves';
import { chineseDate } from '../../domain/time';
import type { Rating } from '../../domain/wish';
import { addWorkingDays } from '../../domain/working-days';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { workingDays } from '../kit/working-days';
import * as orders from '../store/orders';
import * as settings from '../store/settings';
import { followOrders } from './follow-orders';
import { afterEnding } from './give-back';
import { moveOrder } from './move-order';
import { wishEvent } from './order-event';
import { departmentOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 评价: by the presidium or the 跟踪代表. 不满意, or `redo`, sends the order back to be done again. */
export const rateOrder = useCase(contract.rate, async ({ id, rating, redo, reason }, { caller, now, host }) => {
  const order = await orders.get(id);
  const isRedone = redo === true || rating === 'unsatisfied';
  checkOrderMove(isRedone ? 'redo' : 'rate', orders.asOrder(order), caller, now);
  await checkText(host, reason);
  const said = `${ratingLabels[rating]}${reason === undefined ? '' : `：${reason}`}`;
  const rate = { order, caller, now, as: judgingAs(caller), note: said };
  const rated = isRedone ? await sendBack(rate) : await takeAsDone(rate, rating);
  return { order: await viewOrder(rated, caller, now, host) };
});

interface Judged {
  order: orders.OrderDoc;
  caller: Caller;
  now: Date;
  as: 'presidium' | 'representative';
  note: string;
}

const judgingAs = (caller: Caller): Judged['as'] => (hasRole(caller, 'presidium') ? 'presidium' : 'representative');

async function sendBack(judged: Judged): Promise<orders.OrderDoc> {
  const { order, now, note } = judged;
  const dueAt = addWorkingDays(now, redoDays(order.dueDays), workingDays(await settings.get()));
  const change = { dueAt, redoCount: order.redoCount + 1, extension: null };
  return moveOrder({ move: 'redo', ...judged, change }, async (after, event, tx) => {
    await followOrders(after.wishId, wishEvent(event, event.what, note), tx);
    await tellAbout(departmentOf(after), after, `请在${chineseDate(dueAt)}前重办，${note}`, now, tx);
  });
}

const takeAsDone = (judged: Judged, rating: Rating): Promise<orders.OrderDoc> =>
  moveOrder({ move: 'rate', ...judged, change: { rating } }, async (after, event, tx) => {
    await afterEnding(after, 'rate', event, tx);
    await tellAbout(departmentOf(after), after, `答复已评价：${judged.note}`, judged.now, tx);
  });
