/** 月度典型代表 (G1): paid when the article is published, taken back when it is retracted, each time anew. */
import { monthText } from '../../domain/model';
import { modelMoves } from '../../domain/model-moves';
import type { Tx } from './database';
import type { ModelDoc } from './models';
import { payOnce, reverseOnce } from './points-book';

interface Act {
  newId: () => string;
  now: Date;
  by: string;
}

const retractions = ({ timeline }: ModelDoc): number =>
  timeline.filter(({ what }) => what === modelMoves.retract.line).length;

const refOf = ({ _id, month, representative = '' }: ModelDoc) =>
  ({ kind: 'model', id: _id, label: `${monthText(month)}典型代表${representative}` }) as const;

export async function payModel(model: ModelDoc, { newId, now, by }: Act, tx: Tx): Promise<void> {
  const { representativeId, groupId, month } = model;
  if (representativeId === undefined) return;
  const reason = `被评为${monthText(month)}典型代表`;
  const round = retractions(model);
  await payOnce(
    { id: newId(), rule: 'G1', representativeId, groupId, at: now, ref: refOf(model), reason, by, round },
    tx,
  );
}

/** `model` as it was before it was retracted. */
export async function takeBackModel(model: ModelDoc, why: string, { newId, now, by }: Act, tx: Tx): Promise<void> {
  if (model.representativeId === undefined) return;
  const paid = { rule: 'G1', representativeId: model.representativeId, ref: refOf(model) } as const;
  await reverseOnce(paid, { id: newId(), at: now, reason: `稿件已撤下更正：${why}`, by }, tx, retractions(model));
}
