import type { z } from 'zod';
import type { WishFilter, scopes } from '../../contract/wish';
import { seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { isPublicStatus } from '../../domain/wish';
import { seesWholeGroup } from '../../domain/wish-privacy';
import { wishFilter } from '../store/wish-filter';
import type { WishFilterDoc } from '../store/wishes';

type Scope = (typeof scopes)[number];

function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new DomainError('UNAUTHENTICATED');
  return caller;
}

function forbidden(message: string): DomainError {
  return new DomainError('FORBIDDEN', { message });
}

/** Whose wishes a scope means for this caller; throws when it is none of the caller's. */
export function scopeFilter(scope: Scope, caller: Caller | null): WishFilterDoc {
  switch (scope) {
    case 'public':
      return { public: true };
    case 'mine':
      return { submitterId: signedIn(caller).accountId };
    case 'claimed': {
      const { representativeId } = signedIn(caller);
      if (representativeId === undefined) throw forbidden('只有人大代表才有认领的心愿');
      return { 'claimer.representativeId': representativeId };
    }
    case 'group': {
      const member = signedIn(caller);
      if (member.groupId === undefined) throw forbidden('只有代表小组成员才能查看小组台账');
      return { groupId: member.groupId, ...(seesWholeGroup(member) ? {} : { public: true }) };
    }
    case 'town':
      if (!seesTown(signedIn(caller))) throw forbidden('只有镇人大主席团和系统管理员才能查看全镇台账');
      return {};
  }
}

/**
 * The scope and the filters as one condition. `public` is dropped where the statuses asked for imply it, so that the
 * index by status serves the wall too.
 */
export function listFilter(scope: WishFilterDoc, filter: z.output<typeof WishFilter>): WishFilterDoc {
  const { public: onlyPublic, ...rest } = scope;
  if (onlyPublic !== true) return { ...rest, ...wishFilter(filter) };
  if (filter.status === undefined) return { ...rest, public: true, ...wishFilter(filter) };
  return { ...rest, ...wishFilter({ ...filter, status: [filter.status].flat().filter(isPublicStatus) }) };
}
