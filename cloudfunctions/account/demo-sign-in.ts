import * as contract from '../../contract/account';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as accounts from '../store/accounts';
import { demoPerson } from './demo-person';
import { viewSignedIn } from './view-signed-in';

/** Somebody of the sample town without any secret, while demo mode is on; the same persona is the same account. */
export const demoSignIn = useCase(contract.demoSignIn, async ({ persona, representativeId }, { now, host, newId }) => {
  if (!host.demo) throw new DomainError('FORBIDDEN', { message: '演示登录没有开启' });
  const { name, granted, ...place } = await demoPerson(persona, representativeId);
  const identity = `demo:${persona}:${place.representativeId ?? ''}`;
  const account = await accounts.ensureOnce({ _id: newId(), identity, name, granted, createdAt: now, ...place });
  // The first department may have come after the account.
  if (account.departmentId !== place.departmentId) await accounts.change(account._id, place);
  return viewSignedIn({ ...account, ...place }, host);
});
