import * as contract from '../../contract/wish';
import type { Caller } from '../../domain/caller';
import { isSubmitter } from '../../domain/wish-actors';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { asWish, type TimelineEvent, type WishChange, type WishDoc } from '../store/wish-doc';
import { reviveMerged } from '../store/wish-merges';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { submittingAs } from './submitting-as';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 撤回 with a reason, by the submitter, or by the presidium at the submitter's word; what hangs on the wish ends too. */
export const withdrawWish = useCase(contract.withdraw, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('withdraw', asWish(wish), caller, now);
  await checkText(host, reason);
  const line = lineOf(wish, caller, now, reason);
  const withdrawn = await wishes.moveIfUnchanged(wish, withdrawnChange(wish, now, reason), line, async (tx, after) => {
    await orders.endOrders(id, line, tx);
    await reviveMerged(wish, '已撤回', now, tx);
    const told = ['submitter', 'claimer', mailboxesOfHelpers(after)] as const;
    await tellOthers(after, [...told], `${line.who}${line.what}：${reason}`, { caller, now }, tx);
  });
  return { wish: await viewWish(withdrawn ?? (await refuseStale('withdraw', id, caller, now)), caller, now, host) };
});

const lineOf = (wish: WishDoc, caller: Caller, now: Date, note: string): TimelineEvent =>
  isSubmitter(wish, caller)
    ? timelineLine(submittingAs(wish, caller), caller, now, moves.withdraw.line, { note })
    : timelineLine('presidium', caller, now, '应心愿人要求撤回', { note });

/** Nothing waits on it any more: no department, no answer to a request, no day on which it comes back. */
const withdrawnChange = (wish: WishDoc, now: Date, reason: string): WishChange => ({
  status: moves.withdraw.to,
  holder: holderAfter(wish, moves.withdraw.to, now),
  reason,
  departmentIds: null,
  helpRequest: null,
  pauseRequest: null,
  pausedFrom: null,
  resumeOn: null,
  dueLeftMs: null,
  mergedCount: null,
});
