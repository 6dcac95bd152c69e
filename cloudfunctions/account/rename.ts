import * as contract from '../../contract/account';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as accounts from '../store/accounts';
import { viewMe } from './view-me';

/** What a resident wants to be called; a representative is called what the roster says. */
export const rename = useCase(contract.rename, async ({ name }, { caller, host }) => {
  if (caller.representativeId !== undefined) {
    throw new DomainError('FORBIDDEN', { message: '代表的姓名以代表名册为准，如有误请联系镇人大办' });
  }
  await checkText(host, name);
  await accounts.change(caller.accountId, { name });
  return { me: await viewMe({ ...caller, name }) };
});
