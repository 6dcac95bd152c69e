import * as contract from '../../contract/honour';
import { mailbox } from '../../domain/mailbox';
import { monthText } from '../../domain/model';
import { moveOf } from '../../domain/model-moves';
import { useCase } from '../kit/use-case';
import * as models from '../store/models';
import { asModel, moveModel } from './move-model';
import { viewModel } from './view-model';

/** 退回修改: by the group before it is signed, by the presidium after; signed anew it must be. */
export const sendBackArticle = useCase(contract.sendBack, async ({ id, reason }, context) => {
  const { caller, now } = context;
  const model = await models.get(id);
  const returned = await moveModel({
    move: moveOf('sendBack', asModel(model)),
    model,
    caller,
    now,
    note: reason,
    change: () => ({ sentBack: reason, signed: null, submittedAt: null }),
    tell: ({ month, groupId, representative = '' }) => ({
      to: [mailbox.liaison(groupId)],
      text: `${monthText(month)}典型代表${representative}的信息稿件被退回：${reason}`,
    }),
  });
  return viewModel(returned, context);
});
