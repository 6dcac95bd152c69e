import type { z } from 'zod';
import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { COLLECTED_TENTHS } from '../../domain/points';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { holderOf } from '../../domain/wish';
import { defined } from '../kit/defined';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as pointsEntries from '../store/points-entries';
import * as representatives from '../store/representatives';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

type Review = z.output<typeof contract.review.input>;

const decided = { publish: '审核通过', reject: '不予受理', merge: '并案', askInfo: '请补充' } as const;

/** 审核 by the group's liaison or the presidium; never one's own wish. */
export const reviewWish = useCase(contract.review, async (review, { caller, now, host, newId }) => {
  const { id, decision, reason, difficulty, dueDays } = review;
  const wish = await wishes.get(id);
  checkMove(decision, wishes.asWish(wish), caller);
  const into = await targetOf(review);
  await checkText(host, reason);
  const status = moves[decision].to;
  const note = into ? [`并入 ${into.code}`, ...(reason ? [reason] : [])].join('：') : reason;
  const reviewed = await wishes.moveIfUnchanged(
    wish,
    {
      status,
      holder: holderAfter(wish, status, now),
      reason: decision === 'publish' ? null : (note ?? null),
      ...defined({ difficulty, dueDays, mergedInto: into?._id }),
    },
    timelineLine(leadingAs(caller), caller, now, decided[decision], { note }),
    async (tx) => {
      if (into) await tellTarget(into, wish, caller, now, tx);
      if (decision === 'publish') await payCollector(wish, { id: newId(), at: now, by: caller.accountId }, tx);
    },
  );
  return { wish: await viewWish(reviewed ?? (await refuseStale(decision, id, caller)), caller, now, host) };
});

/** What a decision must come with; for a merge, the wish that this one is merged into. */
async function targetOf({ id, decision, reason, into }: Review): Promise<wishes.WishDoc | null> {
  if (decision === 'publish') return null;
  if (decision !== 'merge') {
    if (reason !== undefined) return null;
    const what = decision === 'reject' ? '请写明不予受理的理由，以及应找哪个部门办理' : '请写明需要补充什么';
    throw new DomainError('INVALID_INPUT', { details: { reason: what } });
  }
  if (into === undefined) throw new DomainError('INVALID_INPUT', { details: { into: '请选择要并入的心愿' } });
  if (into === id) throw new DomainError('INVALID_INPUT', { details: { into: '不能并入这个心愿自己' } });
  const target = await wishes.find(into);
  if (!target) throw new DomainError('INVALID_INPUT', { details: { into: '没有找到要并入的心愿' } });
  if (holderOf(target.status) === 'none') throw targetHasEnded();
  return target;
}

const targetHasEnded = (): DomainError =>
  new DomainError('INVALID_INPUT', { details: { into: '要并入的心愿已经结束，请另选一个' } });

/** Writing to the target too keeps two wishes from being merged into each other at the same moment. */
async function tellTarget(
  into: wishes.WishDoc,
  wish: wishes.WishDoc,
  caller: Caller,
  now: Date,
  tx: Tx,
): Promise<void> {
  const line = timelineLine(leadingAs(caller), caller, now, '并入', { note: `${wish.code} 并入本心愿` });
  if (!(await wishes.noteIfLive(into._id, line, tx))) throw targetHasEnded();
}

async function payCollector(wish: wishes.WishDoc, act: { id: string; at: Date; by: string }, tx: Tx): Promise<void> {
  const collector = wish.collectedBy ? await representatives.find(wish.collectedBy.representativeId) : null;
  if (!collector) return;
  await pointsEntries.payOnce(
    {
      ...act,
      rule: 'W2',
      representativeId: collector._id,
      groupId: collector.groupId,
      tenths: COLLECTED_TENTHS,
      ref: { kind: 'wish', id: wish._id, label: wish.code },
      reason: `收集心愿 ${wish.code}，审核通过`,
    },
    tx,
  );
}
