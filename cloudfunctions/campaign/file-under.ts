import * as contract from '../../contract/campaign';
import { actingAs, leadingAs } from '../../domain/acting';
import { checkOwnGroup } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';

/**
 * Files what was filed under none or under another. The tallies move with it; points stay in the standings of the campaign
 * under which they were booked, because an entry never changes.
 */
export const fileUnder = useCase(contract.file, async ({ kind, id, campaignId }, context) => {
  const name = campaignId === null ? null : await nameOf(campaignId);
  await (kind === 'wish' ? fileWish(id, campaignId, name, context) : filePost(id, campaignId, context));
  return { campaignId };
});

async function nameOf(campaignId: string): Promise<string> {
  const { status, name } = await campaigns.get(campaignId);
  if (status === 'running') return name;
  throw new DomainError('INVALID_INPUT', { details: { campaignId: '活动不在进行中，请选择进行中的活动' } });
}

const stale = (): DomainError => new DomainError('WRONG_STATE', { message: '刚刚有了变化，请刷新后再操作' });

async function fileWish(
  id: string,
  campaignId: string | null,
  name: string | null,
  { caller, now }: Context,
): Promise<void> {
  const wish = await wishes.get(id);
  checkOwnGroup(wish.groupId, caller);
  if ((wish.campaignId ?? null) === campaignId) return;
  const line = {
    at: now,
    who: actingAs(leadingAs(caller), caller),
    accountId: caller.accountId,
    what: name === null ? '不再归入主题实践活动' : `归入“${name}”`,
    photos: [],
  };
  if (!(await wishes.moveIfUnchanged(wish, { campaignId }, line))) throw stale();
}

async function filePost(id: string, campaignId: string | null, { caller }: Context): Promise<void> {
  await inTransaction(async (tx) => {
    const post = await posts.get(id, tx);
    checkOwnGroup(post.groupId, caller);
    if (!(await posts.fileUnder(post, campaignId, tx))) throw stale();
  });
}
