import type { CampaignView } from '../../../../contract/campaign-view';
import type { DoAct } from '../../../features/act/use-told-act';

export type DoCampaignAct = DoAct<{ campaign: CampaignView }>;
