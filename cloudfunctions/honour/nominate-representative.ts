import * as contract from '../../contract/honour';
import { actingAs, leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { modelId, wholeMonthText } from '../../domain/model';
import { useCase } from '../kit/use-case';
import * as models from '../store/models';
import { beginMonth } from './begin-month';
import { moveModel } from './move-model';
import { newDraft } from './new-draft';
import { nomineeOf, refuseEarly, refuseTooOften } from './nomination';
import { viewModel } from './view-model';

/** 推荐: names one of the group and drafts the article. A group that named nobody may still do so. */
export const nominateRepresentative = useCase(contract.nominate, async ({ month, representativeId }, context) => {
  const { caller, now, host } = context;
  const person = await nomineeOf(representativeId, caller);
  refuseEarly(month, now);
  const id = modelId(month, person.groupId);
  const earlier = await models.find(id);
  if (earlier && earlier.status !== 'none') throw alreadyNamed(earlier);
  const draft = await newDraft(month, person, host);
  const set = {
    ...draft,
    representativeId,
    representative: person.name,
    drafted: { accountId: caller.accountId, who: actingAs(leadingAs(caller), caller) },
  };
  const model = earlier
    ? await moveModel({
        move: 'nominate',
        model: earlier,
        caller,
        now,
        note: person.name,
        change: async (tx) => {
          await refuseTooOften(person, month, tx);
          return { ...set, reason: null };
        },
      })
    : await beginMonth({
        move: 'nominate',
        id,
        caller,
        now,
        note: person.name,
        set,
        alongside: (tx) => refuseTooOften(person, month, tx),
      });
  return viewModel(model, context);
});

const alreadyNamed = ({ month, representative = '' }: models.ModelDoc): DomainError =>
  new DomainError('DUPLICATE', { message: `本组${wholeMonthText(month)}已推荐${representative}` });
