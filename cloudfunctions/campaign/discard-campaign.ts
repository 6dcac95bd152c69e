import * as contract from '../../contract/campaign';
import { checkCampaign } from '../../domain/campaign-rights';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import { staleCampaign } from './move-campaign';

/** Deletes a draft with its tasks; done again, it is gone already. */
export const discardCampaign = useCase(contract.discard, async ({ id, rev }, { caller }) => {
  const campaign = await campaigns.find(id);
  if (!campaign) return {};
  checkCampaign('discard', campaign, caller);
  const isGone = await inTransaction(async (tx) => {
    const removed = await campaigns.removeDraft({ ...campaign, rev }, tx);
    if (removed) await tasks.removeAllOf(id, tx);
    return removed;
  });
  if (!isGone) throw staleCampaign(campaign);
  return {};
});
