import type { scopes } from '../../contract/wish-views';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';

type Scope = (typeof scopes)[number];

/**
 * Whose ledger this is: a liaison keeps the group's, the presidium and the admin the town's, which they may narrow to
 * one group. undefined: the whole town's.
 */
export function ledgerScope(scope: Scope | undefined, caller: Caller, asked?: string): string | undefined {
  switch (scope ?? (seesTown(caller) ? 'town' : 'group')) {
    case 'town':
      if (!seesTown(caller)) throw new DomainError('FORBIDDEN', { message: '组长、联络员只能导出本小组的台账' });
      return asked;
    case 'group':
      if (!hasRole(caller, 'liaison') || caller.groupId === undefined) {
        throw new DomainError('FORBIDDEN', { message: '只有组长、联络员才能导出小组台账' });
      }
      if (asked !== undefined && asked !== caller.groupId) {
        throw new DomainError('FORBIDDEN', { message: '组长、联络员只能导出本小组的台账' });
      }
      return caller.groupId;
    case 'public':
    case 'mine':
    case 'claimed':
      throw new DomainError('INVALID_INPUT', { details: { scope: '台账可按小组或全镇导出' } });
  }
}
