import { seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import * as groups from '../store/groups';

/** The group that is asked for, the caller's own where none is: those who see the town name any, a liaison their own. */
export async function askedGroup(groupId: string | undefined, caller: Caller): Promise<{ id: string; name: string }> {
  const id = groupId ?? caller.groupId;
  if (id === undefined) throw noGroup('请选择代表小组');
  if (id !== caller.groupId && !seesTown(caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能办理本组的典型代表' });
  }
  const name = (await groups.namesById()).get(id);
  if (name === undefined) throw noGroup('没有这个代表小组，请重新选择');
  return { id, name };
}

const noGroup = (reason: string): DomainError =>
  new DomainError('INVALID_INPUT', { message: reason, details: { groupId: reason } });
