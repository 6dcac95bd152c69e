import { actingAs, leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import { checkCampaign, maySeeCampaign, type CampaignAction } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { staleText } from '../../domain/stale-text';
import { defined } from '../kit/defined';
import * as campaigns from '../store/campaigns';
import type { CampaignChange, CampaignDoc, CampaignEvent } from '../store/campaigns';
import { inTransaction, type Tx } from '../store/database';

export const eventOf = (what: string, caller: Caller, at: Date, note?: string): CampaignEvent => ({
  at,
  who: actingAs(leadingAs(caller), caller),
  accountId: caller.accountId,
  what,
  ...defined({ note }),
});

export const staleCampaign = ({ status, timeline }: CampaignDoc): DomainError =>
  new DomainError('WRONG_STATE', { message: staleText('这个活动', timeline.at(-1)), details: { status } });

/** Throws NOT_FOUND for a draft, except to the office. */
export async function seenCampaign(id: string, caller: Caller | null): Promise<CampaignDoc> {
  const campaign = await campaigns.get(id);
  if (!maySeeCampaign(campaign, caller)) {
    throw new DomainError('NOT_FOUND', { message: '没有找到这个主题实践活动，可能还没有启动' });
  }
  return campaign;
}

interface Moving {
  action: CampaignAction;
  campaign: CampaignDoc;
  caller: Caller;
  now: Date;
  /** As the caller read it, where they say so. */
  rev?: number | undefined;
  line: string;
  note?: string | undefined;
  /** What the move sets, read in its transaction. */
  change: (tx: Tx) => Promise<CampaignChange> | CampaignChange;
  alongside?: (tx: Tx, after: CampaignDoc) => Promise<void>;
}

/** Makes one move with everything that follows, in one transaction; refuses what somebody else moved meanwhile. */
export async function moveCampaign(moving: Moving): Promise<CampaignDoc> {
  const { action, campaign, caller, now, rev, line, note, change, alongside } = moving;
  checkCampaign(action, campaign, caller);
  if (rev !== undefined && rev !== campaign.rev) throw staleCampaign(campaign);
  const moved = await inTransaction(async (tx) => {
    const after = await campaigns.moveIn(campaign, await change(tx), eventOf(line, caller, now, note), tx);
    if (after) await alongside?.(tx, after);
    return after;
  });
  if (!moved) throw staleCampaign(await campaigns.get(campaign._id));
  return moved;
}
