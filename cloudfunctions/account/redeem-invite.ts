import * as contract from '../../contract/account';
import { DomainError } from '../../domain/errors';
import { shanghaiDay } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as accounts from '../store/accounts';
import * as counters from '../store/counters';
import { inTransaction } from '../store/database';
import * as invites from '../store/invites';
import { hashInviteCode } from './invite-code';
import { viewMe } from './view-me';

/** Counted before the code is looked at, so that guesses sent at once are all counted. */
const TRIES_A_DAY = 10;

/** Spends a code once and makes the account what it says, both or neither. */
export const redeemInvite = useCase(contract.redeemInvite, async ({ code }, { caller, now }) => {
  const { accountId } = caller;
  const tries = await counters.next(`inviteTries:${accountId}:${shanghaiDay(now)}`);
  if (tries > TRIES_A_DAY) {
    throw new DomainError('RATE_LIMITED', { message: '今天输入邀请码的次数太多，请明天再试' });
  }
  await inTransaction(async (tx) => {
    const invite = await invites.spendIfGood(hashInviteCode(code), accountId, now, tx);
    if (!invite) {
      throw new DomainError('NOT_FOUND', { message: '邀请码有误、已使用或已过期，请核对，或请镇人大办重新发一个' });
    }
    const { granted } = await accounts.get(accountId, tx);
    const { representativeId, departmentId, name, roles } = invite;
    const change = {
      granted: [...new Set([...granted, ...roles])],
      ...defined({ representativeId, departmentId, name }),
    };
    await accounts.change(accountId, change, tx);
  });
  return { me: await viewMe(await accounts.asCaller(await accounts.get(accountId))) };
});
