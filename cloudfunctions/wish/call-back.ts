import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { callBackOutcomeLabels, contactWayLabels } from '../../domain/labels';
import { checkMove, moves } from '../../domain/wish-moves';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 回访未果: the wisher was not reached. Two of these, and seven more silent days, close the wish as 未评价. */
export const callBack = useCase(contract.callBack, async ({ id, way, outcome }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('callBack', asWish(wish), caller, now);
  const line = timelineLine(
    leadingAs(caller),
    caller,
    now,
    `${moves.callBack.line}：${callBackOutcomeLabels[outcome]}（${contactWayLabels[way]}）`,
  );
  const callBacks = [...(wish.callBacks ?? []), { at: now, who: line.who, way, outcome }];
  const tried = await wishes.moveIfUnchanged(wish, { callBacks }, line);
  return { wish: await viewWish(tried ?? (await refuseStale('callBack', id, caller, now)), caller, now, host) };
});
