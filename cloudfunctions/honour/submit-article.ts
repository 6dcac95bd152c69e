import * as contract from '../../contract/honour';
import { actingAs, leadingAs } from '../../domain/acting';
import { monthText } from '../../domain/model';
import { useCase } from '../kit/use-case';
import * as models from '../store/models';
import { refuseShort, refuseUnknownFigures } from './check-article';
import { moveModel, signersOf, signingDesk } from './move-model';
import { viewModel } from './view-model';

/** 送签: whoever hands it in does not sign it. */
export const submitArticle = useCase(contract.submit, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const model = await models.get(id);
  refuseShort(model.text);
  refuseUnknownFigures(model.title, model.text);
  const signers = await signersOf(model.groupId);
  const submitted = await moveModel({
    move: 'submit',
    model,
    caller,
    now,
    rev,
    change: () => ({
      drafted: { accountId: caller.accountId, who: actingAs(leadingAs(caller), caller) },
      submittedAt: now,
      sentBack: null,
    }),
    tell: (after) => ({
      to: signingDesk(after, signers),
      text: `${monthText(after.month)}典型代表${after.representative ?? ''}的信息稿件请您签字`,
    }),
  });
  return viewModel(submitted, context);
});
