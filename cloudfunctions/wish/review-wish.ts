import type { z } from 'zod';
import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as pointsBook from '../store/points-book';
import * as representatives from '../store/representatives';
import { asWish, type WishDoc } from '../store/wish-doc';
import { reviveMerged } from '../store/wish-merges';
import * as wishes from '../store/wishes';
import { mergeWish } from './merge-wish';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

type Review = z.output<typeof contract.review.input>;

/** 审核 by the group's liaison or the presidium; never one's own wish. */
export const reviewWish = useCase(contract.review, async (input, context) => {
  const { caller, now, host } = context;
  return { wish: await viewWish(await review(input, context), caller, now, host) };
});

/** One decision on one wish; answers the wish as it then is. */
export async function review(input: Review, context: Context): Promise<WishDoc> {
  const { id, decision, reason, into } = input;
  const { caller, now, host } = context;
  const wish = await wishes.get(id);
  checkMove(decision, asWish(wish), caller, now);
  checkReason(input);
  await checkText(host, reason);
  const reviewed =
    decision === 'merge' ? await mergeWish(wish, into, reason, context) : await decide(wish, decision, input, context);
  return reviewed ?? (await refuseStale(decision, id, caller, now));
}

/** Whoever is refused, or asked for more, reads why. */
function checkReason({ decision, reason }: Review): void {
  if (reason !== undefined || decision === 'publish' || decision === 'merge') return;
  const what = decision === 'reject' ? '请写明不予受理的理由，以及应找哪个部门办理' : '请写明需要补充什么';
  throw new DomainError('INVALID_INPUT', { details: { reason: what } });
}

const told = { publish: '审核通过，等代表认领', reject: '不予受理', askInfo: '请补充' } as const;

async function decide(
  wish: WishDoc,
  decision: keyof typeof told,
  { reason, difficulty, dueDays }: Review,
  { caller, now, newId }: Context,
): Promise<WishDoc | null> {
  const status = moves[decision].to;
  const isRefused = decision === 'reject';
  return wishes.moveIfUnchanged(
    wish,
    {
      status,
      holder: holderAfter(wish, status, now),
      reason: decision === 'publish' ? null : (reason ?? null),
      ...(isRefused ? { mergedCount: null } : {}),
      ...defined({ difficulty, dueDays }),
    },
    timelineLine(leadingAs(caller), caller, now, moves[decision].line, { note: reason }),
    async (tx, after) => {
      if (decision === 'publish') await payCollector(wish, { id: newId(), at: now, by: caller.accountId }, tx);
      if (isRefused) await reviveMerged(wish, '不予受理', now, tx);
      const text = [told[decision], ...(reason === undefined ? [] : [reason])].join('：');
      await tellOthers(after, ['submitter'], text, { caller, now }, tx);
    },
  );
}

async function payCollector(wish: WishDoc, act: { id: string; at: Date; by: string }, tx: Tx): Promise<void> {
  const collector = wish.collectedBy ? await representatives.find(wish.collectedBy.representativeId) : null;
  if (!collector) return;
  await pointsBook.payOnce(
    {
      ...act,
      rule: 'W2',
      representativeId: collector._id,
      groupId: collector.groupId,
      campaignId: wish.campaignId,
      ref: { kind: 'wish', id: wish._id, label: wish.code },
      reason: `收集心愿 ${wish.code}，审核通过`,
    },
    tx,
  );
}
