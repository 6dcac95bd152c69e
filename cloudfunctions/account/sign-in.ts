import { createHash } from 'node:crypto';
import * as contract from '../../contract/account';
import { useCase } from '../kit/use-case';
import * as accounts from '../store/accounts';
import { viewSignedIn } from './view-signed-in';

/** One machine: the browser's secret is the account; only its hash is kept. */
export const signIn = useCase(contract.signIn, async ({ deviceKey }, { now, host, newId }) => {
  const hash = createHash('sha256').update(deviceKey).digest('hex');
  const account = await accounts.ensureOnce({
    _id: newId(),
    identity: `device:${hash}`,
    name: '居民',
    granted: [],
    createdAt: now,
  });
  return viewSignedIn(account, host);
});
