/** Finds who is calling: the platform says the identity, the accounts and the roster say the rest. */
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import type { Host, Identity } from '../host/host';
import * as accounts from '../store/accounts';
import { newId } from './new-id';

/** A WeChat user has an account from the first call on; a demo account is nobody once demo sign-in is off. */
async function accountOf(host: Host, identity: Identity, now: Date): Promise<accounts.AccountDoc> {
  if (identity.kind === 'account') {
    const account = await accounts.get(identity.accountId);
    if (!host.demo && accounts.isDemo(account)) {
      throw new DomainError('UNAUTHENTICATED', { message: '演示登录已关闭，请重新登录' });
    }
    return account;
  }
  return accounts.ensureOnce({
    _id: newId(),
    identity: `openId:${identity.openId}`,
    name: '居民',
    granted: [],
    createdAt: now,
  });
}

export async function findCaller(host: Host, credentials: string | undefined, now: Date): Promise<Caller | null> {
  const identity = await host.identify(credentials);
  return identity ? accounts.asCaller(await accountOf(host, identity, now)) : null;
}
