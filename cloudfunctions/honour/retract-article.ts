import * as contract from '../../contract/honour';
import { mailbox } from '../../domain/mailbox';
import { monthText } from '../../domain/model';
import { useCase } from '../kit/use-case';
import { takeBackModel } from '../store/model-points';
import * as models from '../store/models';
import { moveModel } from './move-model';
import { viewModel } from './view-model';

/** 撤下更正: back on the presidium's desk, its figures live again. */
export const retractArticle = useCase(contract.retract, async ({ id, reason }, context) => {
  const { caller, now, newId } = context;
  const model = await models.get(id);
  const retracted = await moveModel({
    move: 'retract',
    model,
    caller,
    now,
    note: reason,
    change: () => ({ figures: null, publishedAt: null }),
    follow: (tx) => takeBackModel(model, reason, { newId, now, by: caller.accountId }, tx),
    tell: ({ month, groupId, representativeId, representative = '' }) => ({
      to: [mailbox.liaison(groupId), ...(representativeId ? [mailbox.representative(representativeId)] : [])],
      text: `${monthText(month)}典型代表${representative}的事迹已撤下更正：${reason}`,
    }),
  });
  return viewModel(retracted, context);
});
