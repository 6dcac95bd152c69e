/** Finds who is calling: the platform says the identity, the accounts and the roster say the rest. */
import type { Caller } from '../../domain/caller';
import type { Host, Identity } from '../host/host';
import * as accounts from '../store/accounts';
import { newId } from './new-id';

/** A WeChat user has an account from the first call on. */
async function accountOf(identity: Identity, now: Date): Promise<accounts.AccountDoc> {
  if (identity.kind === 'account') return accounts.get(identity.accountId);
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
  return identity ? accounts.asCaller(await accountOf(identity, now)) : null;
}
