import type { Me } from '../../contract/account';
import type { Host } from '../host/host';
import * as accounts from '../store/accounts';
import { viewMe } from './view-me';

/** A session for this account, and who it is. */
export async function viewSignedIn(account: accounts.AccountDoc, host: Host): Promise<{ token: string; me: Me }> {
  return { token: host.issueToken(account._id), me: await viewMe(await accounts.asCaller(account)) };
}
