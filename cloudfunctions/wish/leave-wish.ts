import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import type { Caller, Role } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { isClaimer, leads } from '../../domain/wish-actors';
import type { Helper, Wish } from '../../domain/wish';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 退出合力 by oneself; the claimer or a leader may take a helper out by name. */
export const leaveWish = useCase(contract.leave, async ({ id, representativeId, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('leave', asWish(wish), caller, now);
  const leaving = leavingHelper(asWish(wish), representativeId ?? caller.representativeId, caller);
  await checkText(host, reason);
  const staying = (wish.helpers ?? []).filter((helper) => helper.representativeId !== leaving.representativeId);
  const said = `${leaving.name}代表退出合力：${reason}`;
  const left = await wishes.moveIfUnchanged(
    wish,
    { helpers: staying.length > 0 ? staying : null },
    timelineLine(capacity(asWish(wish), leaving, caller), caller, now, moves.leave.line, { note: said }),
    (tx, after) =>
      tellOthers(after, ['claimer', [mailbox.representative(leaving.representativeId)]], said, { caller, now }, tx),
  );
  return { wish: await viewWish(left ?? (await refuseStale('leave', id, caller, now)), caller, now, host) };
});

/** Whoever is to leave; throws FORBIDDEN when a mere helper names somebody else. */
function leavingHelper(wish: Wish, representativeId: string | undefined, caller: Caller): Helper {
  if (representativeId !== caller.representativeId && !isClaimer(wish, caller) && !leads(wish, caller)) {
    throw new DomainError('FORBIDDEN', { message: '其他代表退出合力，要由本人、认领人或组长来办' });
  }
  const found = wish.helpers?.find((helper) => helper.representativeId === representativeId);
  if (found) return found;
  throw new DomainError('INVALID_INPUT', { details: { representativeId: '请选择一位参与合力的代表' } });
}

/** A leader who takes part or claimed it acts as a representative. */
function capacity(wish: Wish, leaving: Helper, caller: Caller): Role {
  const isTheirs = leaving.representativeId === caller.representativeId || isClaimer(wish, caller);
  return isTheirs ? 'representative' : leadingAs(caller);
}
