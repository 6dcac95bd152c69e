import type { z } from 'zod';
import type { WishFilter, scopes } from '../../contract/wish-views';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import type { Narrowed } from '../../domain/listing';
import { contactStatuses, seesWholeGroup } from '../../domain/wish-privacy';
import { askedStatuses, type Asked } from '../store/wish-filter';

type Scope = (typeof scopes)[number];
type Filter = z.output<typeof WishFilter>;

function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new DomainError('UNAUTHENTICATED');
  return caller;
}

function forbidden(message: string): DomainError {
  return new DomainError('FORBIDDEN', { message });
}

interface ScopeFilter extends Pick<Narrowed, 'submitterId' | 'claimerId' | 'groupId'> {
  publicOnly: boolean;
}

/** Whose wishes a scope means for this caller; throws when it is none of the caller's. */
function scopeFilter(scope: Scope, caller: Caller | null): ScopeFilter {
  switch (scope) {
    case 'public':
      return { publicOnly: true };
    case 'mine':
      return { submitterId: signedIn(caller).accountId, publicOnly: false };
    case 'claimed': {
      const { representativeId } = signedIn(caller);
      if (representativeId === undefined) throw forbidden('只有人大代表才有认领的心愿');
      return { claimerId: representativeId, publicOnly: false };
    }
    case 'group': {
      const member = signedIn(caller);
      if (member.groupId === undefined) throw forbidden('只有代表小组成员才能查看小组台账');
      return { groupId: member.groupId, publicOnly: !seesWholeGroup(member) };
    }
    case 'town':
      if (!seesTown(signedIn(caller))) throw forbidden('只有镇人大主席团和系统管理员才能查看全镇台账');
      return { publicOnly: false };
  }
}

/** The scope and the filters as one; null where they rule each other out. */
export function askedList(scope: Scope, filter: Filter, caller: Caller | null, now: Date): Asked | null {
  const { publicOnly, ...whose } = scopeFilter(scope, caller);
  const { category, village, groupId = whose.groupId, channel } = filter;
  if (whose.groupId !== undefined && groupId !== whose.groupId) return null;
  const isByContact = filter.by === 'name' || filter.by === 'phone';
  const statuses = askedStatuses(filter, publicOnly).filter(
    // A claimer needs the contact while the wish is in hand, and no longer.
    (status) => !(isByContact && scope === 'claimed') || contactStatuses.includes(status),
  );
  if (statuses.length === 0) return null;
  return {
    ...whose,
    category,
    village,
    groupId,
    channel,
    statuses,
    publicOnly,
    ...(filter.overdue === true ? { overdueAt: now } : {}),
  };
}

/** By name or phone only those search who may see the contact of what they find. */
export function checkContactSearch(scope: Scope, caller: Caller | null): void {
  switch (scope) {
    case 'claimed':
      return;
    case 'group':
      if (caller && seesWholeGroup(caller)) return;
      throw forbidden('只有组长、联络员才能按姓名或电话查找小组的心愿');
    case 'town':
      if (hasRole(caller, 'presidium')) return;
      throw forbidden('只有镇人大主席团才能按姓名或电话查找全镇的心愿');
    case 'public':
    case 'mine':
      throw forbidden('公开的心愿和自己的心愿不能按姓名或电话查找');
  }
}
