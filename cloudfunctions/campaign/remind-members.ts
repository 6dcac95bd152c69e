import * as contract from '../../contract/campaign';
import { checkCampaign, checkOwnGroup } from '../../domain/campaign-rights';
import { useCase } from '../kit/use-case';
import { remindUnread } from '../store/campaign-notices';
import { inTransaction } from '../store/database';
import * as representatives from '../store/representatives';
import { seenCampaign } from './move-campaign';

/** Reminds those of a group who have not read the notice; twice on a day is said in the same place. */
export const remindMembers = useCase(contract.remind, async ({ id, groupId }, { caller, now }) => {
  const campaign = await seenCampaign(id, caller);
  checkCampaign('remind', campaign, caller);
  checkOwnGroup(groupId, caller);
  const members = await representatives.listByGroup(groupId);
  return { reminded: await inTransaction((tx) => remindUnread(campaign, members, now, tx)) };
});
