import * as contract from '../../contract/campaign';
import { useCase } from '../kit/use-case';
import { seenCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

export const getCampaign = useCase(contract.get, async ({ id }, context) =>
  viewCampaign(await seenCampaign(id, context.caller), context),
);
