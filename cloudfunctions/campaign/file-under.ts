import * as contract from '../../contract/campaign';
import { actingAs, leadingAs } from '../../domain/acting';
import type { FiledKind } from '../../domain/campaign';
import { checkFile } from '../../domain/campaign-rights';
import { DomainError } from '../../domain/errors';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';

/**
 * Files what was filed under none or under another. The tallies move with it; points stay in the standings of the campaign
 * under which they were booked, because an entry never changes.
 */
export const fileUnder = useCase(contract.file, async ({ kind, id, campaignId }, context) => {
  const what = campaignId === null ? '不再归入主题实践活动' : `归入主题实践活动：${await nameOf(campaignId)}`;
  await ways[kind]({ id, campaignId, what }, context);
  return { campaignId };
});

async function nameOf(campaignId: string): Promise<string> {
  const { status, name } = await campaigns.get(campaignId);
  if (status === 'running') return name;
  throw new DomainError('INVALID_INPUT', { details: { campaignId: '活动不在进行中，请选择进行中的活动' } });
}

const stale = (): DomainError => new DomainError('WRONG_STATE', { message: '刚刚有了变化，请刷新后再操作' });

interface Filing {
  id: string;
  campaignId: string | null;
  /** What the timeline says. */
  what: string;
}

const ways: Record<FiledKind, (filing: Filing, context: Context) => Promise<void>> = {
  wish: fileWish,
  post: filePost,
  duty: fileDuty,
};

const lineOf = (what: string, { caller, now }: Context) => ({
  at: now,
  who: actingAs(leadingAs(caller), caller),
  accountId: caller.accountId,
  what,
});

async function fileWish({ id, campaignId, what }: Filing, context: Context): Promise<void> {
  const wish = await wishes.get(id);
  checkFile({ ...wish, kind: 'wish' }, context.caller);
  if ((wish.campaignId ?? null) === campaignId) return;
  const line = { ...lineOf(what, context), photos: [] };
  if (!(await wishes.moveIfUnchanged(wish, { campaignId }, line))) throw stale();
}

async function filePost({ id, campaignId }: Filing, { caller }: Context): Promise<void> {
  await inTransaction(async (tx) => {
    const post = await posts.get(id, tx);
    checkFile({ ...post, kind: 'post' }, caller);
    if (!(await posts.fileUnder(post, campaignId, tx))) throw stale();
  });
}

async function fileDuty({ id, campaignId, what }: Filing, context: Context): Promise<void> {
  await inTransaction(async (tx) => {
    const duty = await duties.get(id, tx);
    checkFile({ ...duty, kind: 'duty' }, context.caller);
    if ((duty.campaignId ?? null) === campaignId) return;
    if (!(await duties.moveIn(duty, { campaignId }, lineOf(what, context), tx))) throw stale();
  });
}
