import type { CampaignCard } from '../../contract/campaign-view';
import { daysBetween, phaseOf } from '../../domain/campaign';
import { shanghaiDay } from '../../domain/time';
import * as tallies from '../store/campaign-tallies';
import type { CampaignDoc } from '../store/campaigns';

type Listed = Pick<CampaignDoc, '_id' | 'name' | 'from' | 'until' | 'themes' | 'status'>;

/** What a list shows of a campaign, and everybody may see. */
export function viewCard(
  campaign: Listed,
  byGroup: ReadonlyMap<string, tallies.CampaignTallyDoc>,
  toRead: boolean,
  now: Date,
): CampaignCard {
  const { _id: id, name, from, until, themes } = campaign;
  const today = shanghaiDay(now);
  return {
    ...{ id, name, from, until, themes, toRead },
    phase: phaseOf(campaign, today),
    daysLeft: Math.max(0, daysBetween(today, until) + 1),
    figures: tallies.totalOf(byGroup),
  };
}
