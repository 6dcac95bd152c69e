import type { Me } from '../../contract/account';
import type { Caller } from '../../domain/caller';
import { defined } from '../kit/defined';
import * as groups from '../store/groups';

/** Who the caller is here: roles, and the place on the roster. */
export async function viewMe({ accountId, name, roles, ...place }: Caller): Promise<Me> {
  const { representativeId, groupId, departmentId } = place;
  const groupName = groupId === undefined ? undefined : (await groups.namesById()).get(groupId);
  return { accountId, name, roles: [...roles], ...defined({ representativeId, groupId, groupName, departmentId }) };
}
