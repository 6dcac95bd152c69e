import * as contract from '../../contract/order';
import { meetingStageLabels } from '../../domain/labels';
import { checkOrderMove } from '../../domain/order-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { moveOrder } from './move-order';
import { judgesOf, tellAbout } from './tell-about';
import { viewOrder } from './view-order';

/** 三次见面: the department met the wisher or the representative, before, during or after. */
export const meetWisher = useCase(contract.meet, async ({ id, stage, note }, { caller, now, host }) => {
  const order = await orders.get(id);
  checkOrderMove('meet', orders.asOrder(order), caller, now);
  await checkText(host, note);
  const said = `${meetingStageLabels[stage]}：${note}`;
  const change = { meetings: [...order.meetings, { stage, at: now, note }] };
  const met = await moveOrder(
    { move: 'meet', order, caller, now, as: 'department', note: said, change },
    (after, _event, tx) => tellAbout(judgesOf(after), after, `部门${said}`, now, tx),
  );
  return { order: await viewOrder(met, caller, now, host) };
});
