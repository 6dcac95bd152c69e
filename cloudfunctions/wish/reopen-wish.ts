import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { checkMove, moves } from '../../domain/wish-moves';
import { isWisher } from '../../domain/wish-privacy';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { reverseFulfilment } from '../store/wish-points';
import { asWish, unrated } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { takenUpAgain } from './take-up-again';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/**
 * 重新办理 within 30 days, with half the time. Where the presidium finds that what was reported was not so (不实), the
 * points it was paid are reversed in the same transaction.
 */
export const reopenWish = useCase(contract.reopen, async ({ id, reason, untrue = false }, context) => {
  const { caller, now, newId, host } = context;
  const wish = await wishes.get(id);
  checkMove('reopen', asWish(wish), caller, now);
  if (untrue) checkFinder(caller);
  await checkText(host, reason);
  const role = isWisher(asWish(wish), caller) ? 'resident' : leadingAs(caller);
  const note = untrue ? `经查办结情况不实：${reason}` : reason;
  const reopened = await wishes.moveIfUnchanged(
    wish,
    { ...(await takenUpAgain(wish, now)), ...unrated, reopenCount: (wish.reopenCount ?? 0) + 1 },
    timelineLine(role, caller, now, moves.reopen.line, { note }),
    async (tx) => {
      if (untrue) await reverseFulfilment(wish, { newId, at: now, by: caller.accountId, said: note }, tx);
      const told = ['submitter', 'claimer', 'liaison', mailboxesOfHelpers(wish)] as const;
      await tellOthers(wish, [...told], `${moves.reopen.line}：${note}`, { caller, now }, tx);
    },
  );
  return { wish: await viewWish(reopened ?? (await refuseStale('reopen', id, caller, now)), caller, now, host) };
});

function checkFinder(caller: Caller): void {
  if (hasRole(caller, 'presidium')) return;
  throw new DomainError('FORBIDDEN', { message: '办结情况是否属实，由镇人大主席团认定' });
}
