import * as contract from '../../contract/honour';
import { actingAs, leadingAs } from '../../domain/acting';
import { mailbox } from '../../domain/mailbox';
import { monthText } from '../../domain/model';
import { useCase } from '../kit/use-case';
import * as models from '../store/models';
import { moveModel } from './move-model';
import { viewModel } from './view-model';

/** 组长签字: then it is the presidium's. */
export const signArticle = useCase(contract.sign, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const model = await models.get(id);
  const signed = await moveModel({
    move: 'sign',
    model,
    caller,
    now,
    rev,
    change: () => ({ signed: { who: actingAs(leadingAs(caller), caller), at: now } }),
    tell: ({ month, representative = '' }) => ({
      to: [mailbox.presidium()],
      text: `${monthText(month)}典型代表${representative}的信息稿件已签字，待发布`,
    }),
  });
  return viewModel(signed, context);
});
