import * as contract from '../../contract/points-appeals';
import { actingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { pointsOf, tenthsOf } from '../../domain/points';
import { appealRound, checkDecision, decidesAlone, undoneWith, usualOutcome } from '../../domain/points-appeal';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as pointsAppeals from '../store/points-appeals';
import * as pointsBook from '../store/points-book';
import * as pointsEntries from '../store/points-entries';
import { undoFollowed } from '../store/points-lifting';
import { moveAppeal, said } from './move-appeal';
import { asAppeal, deciders, viewAppeal } from './view-appeal';

/** 主席团's decision, which is final. Accepted, counter-entries make the deed worth what was decided. */
export const decideAppeal = useCase(contract.decide, async ({ appealId, accept, reason, points }, context) => {
  const { caller, now, host } = context;
  const appeal = await pointsAppeals.get(appealId);
  const able = await deciders();
  checkDecision(asAppeal(appeal), caller, able);
  await checkText(host, reason);
  const entry = await pointsEntries.get(appeal.entryId);
  const tenths = points === undefined ? usualOutcome(entry) : tenthsOf(points);
  if (accept) checkAmount(entry, tenths);
  const alone = decidesAlone(asAppeal(appeal), caller, able);
  const decision = {
    ...said({ accept, reason }, caller, now),
    ...(accept ? { tenths } : {}),
    ...(alone ? { alone: true as const } : {}),
  };
  const decided = await moveAppeal({
    appeal,
    now,
    set: { status: 'decided', decision },
    ...(accept ? { follow: (tx) => settle(entry, tenths, { ...context, reason }, tx) } : {}),
    text: accept
      ? `您的积分申诉已获支持，这一项改为 ${pointsOf(tenths)} 分${alongside(entry, tenths)}：${reason}`
      : `您的积分申诉未获支持：${reason}`,
  });
  return viewAppeal(decided, context);
});

function alongside(entry: pointsEntries.PointsEntryDoc, tenths: number): string {
  const undone = tenths === 0 ? undoneWith(entry) : undefined;
  return undone === undefined ? '' : `，${undone}`;
}

/** A deduction stays one, and what earns does not become one. */
function checkAmount({ part }: pointsEntries.PointsEntryDoc, tenths: number): void {
  const isWrong = part === 'deduction' ? tenths > 0 : tenths < 0;
  if (!isWrong) return;
  const reason = part === 'deduction' ? '这是扣分项，改判的分值不能大于 0' : '这是加分项，改判的分值不能小于 0';
  throw new DomainError('INVALID_INPUT', { message: reason, details: { points: reason } });
}

type Deciding = Pick<Context, 'caller' | 'now' | 'newId'> & { reason: string };

/** Throws INVALID_INPUT where the rule's caps leave less: what is decided is what is booked. */
async function settle(
  entry: pointsEntries.PointsEntryDoc,
  tenths: number,
  { caller, now, newId, reason }: Deciding,
  tx: Tx,
): Promise<void> {
  const amount = { tenths, how: `申诉改为 ${pointsOf(tenths)} 分` };
  const counter = { id: newId(), paidId: newId(), at: now, reason: `申诉成立：${reason}`, by: caller.accountId };
  const granted = await pointsBook.settleOnce(entry.deed, amount, counter, tx, appealRound(entry));
  if (granted === tenths) {
    const act = { accountId: caller.accountId, who: actingAs('presidium', caller), now, newId, reason: counter.reason };
    return tenths === 0 ? undoFollowed(entry, act, tx) : undefined;
  }
  const most = `按这条规则的上限，这一项最多改为 ${pointsOf(granted)} 分`;
  throw new DomainError('INVALID_INPUT', { message: most, details: { points: most } });
}
