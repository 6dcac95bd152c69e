import * as contract from '../../contract/honour';
import { seesTown } from '../../domain/caller';
import { hasOpened, isLate, modelId, opensAt, publishBy } from '../../domain/model';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as models from '../store/models';

/** Where each group stands in a month: a liaison's own, the whole town for the presidium. */
export const showDesk = useCase(contract.desk, async ({ month }, { caller, now }) => {
  const all = await groups.listAll();
  const asked = all.filter(({ _id }) => seesTown(caller) || _id === caller.groupId);
  const found = await models.listByIds(asked.map(({ _id }) => modelId(month, _id)));
  return {
    month,
    opensAt: opensAt(month).toISOString(),
    publishBy: publishBy(month).toISOString(),
    isOpen: hasOpened(month, now),
    items: asked.map(({ _id, name }) => {
      const model = found.get(modelId(month, _id));
      const status = model?.status ?? null;
      return {
        groupId: _id,
        groupName: name,
        status,
        isLate: isLate(month, status, now),
        ...defined({ modelId: model?._id, representative: model?.representative, reason: model?.reason }),
      };
    }),
  };
});
