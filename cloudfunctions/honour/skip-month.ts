import * as contract from '../../contract/honour';
import { modelId } from '../../domain/model';
import { useCase } from '../kit/use-case';
import * as models from '../store/models';
import { askedGroup } from './asked-group';
import { beginMonth } from './begin-month';
import { checkPublicText } from './check-article';
import { moveModel } from './move-model';
import { refuseEarly } from './nomination';
import { viewModel } from './view-model';

const nothing = { title: '', text: '', photos: [] } as const;

/** 本月不推荐: with why. Until an article is published or signed, a group may change its mind. */
export const skipMonth = useCase(contract.skip, async ({ month, groupId, reason }, context) => {
  const { caller, now, host } = context;
  const group = await askedGroup(groupId, caller);
  refuseEarly(month, now);
  await checkPublicText(host, { reason });
  const id = modelId(month, group.id);
  const earlier = await models.find(id);
  const set = { ...nothing, photos: [], reason };
  const cleared = { representativeId: null, representative: null, drafted: null, submittedAt: null, sentBack: null };
  const model = earlier
    ? await moveModel({
        move: 'skip',
        model: earlier,
        caller,
        now,
        note: reason,
        change: () => ({ ...set, ...cleared }),
      })
    : await beginMonth({ move: 'skip', id, caller, now, note: reason, set });
  return viewModel(model, context);
});
