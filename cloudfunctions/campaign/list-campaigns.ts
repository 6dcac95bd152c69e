import * as contract from '../../contract/campaign';
import { seesTown } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as reads from '../store/campaign-reads';
import * as tallies from '../store/campaign-tallies';
import * as campaigns from '../store/campaigns';
import { viewCard } from './view-card';

/** Those that run, or of another status, with what they have brought. */
export const listCampaigns = useCase(
  contract.list,
  async ({ status = 'running', cursor, limit = 20 }, { caller, now }) => {
    if (status === 'draft' && !seesTown(caller)) throw new DomainError('FORBIDDEN');
    const { items, nextCursor } = await campaigns.listPage(status, cursor, limit);
    const ids = items.map(({ _id }) => _id);
    const representativeId = caller?.representativeId;
    const [byCampaign, read] = await Promise.all([
      tallies.ofGroups(ids),
      representativeId === undefined ? null : reads.readOf(representativeId, ids),
    ]);
    return {
      items: items.map((campaign) => {
        const toRead = status === 'running' && read !== null && !read.has(campaign._id);
        return viewCard(campaign, byCampaign.get(campaign._id) ?? new Map(), toRead, now);
      }),
      nextCursor,
    };
  },
);
