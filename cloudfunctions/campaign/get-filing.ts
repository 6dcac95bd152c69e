import * as contract from '../../contract/campaign';
import { phaseOf, type FiledKind } from '../../domain/campaign';
import { checkFile } from '../../domain/campaign-rights';
import { shanghaiDay } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import * as duties from '../store/duties';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';

const stores = { wish: wishes, post: posts, duty: duties } as const satisfies Record<FiledKind, object>;

/** What whoever files a thing chooses from; refused as filing it would be. */
export const getFiling = useCase(contract.getFiling, async ({ kind, id }, { caller, now }) => {
  const thing = await stores[kind].get(id);
  checkFile({ ...thing, kind }, caller);
  const { campaignId } = thing;
  const [open, name] = await Promise.all([
    campaigns.listOpen(),
    campaignId === undefined ? undefined : campaigns.nameOf(campaignId),
  ]);
  const today = shanghaiDay(now);
  return {
    choices: open.map((one) => ({
      ...{ id: one._id, name: one.name, from: one.from, until: one.until },
      phase: phaseOf(one, today),
    })),
    ...defined({
      campaign: campaignId === undefined || name === undefined ? undefined : { id: campaignId, name },
    }),
  };
});
