import * as contract from '../../contract/points-proposals';
import { maySeeAbsence } from '../../domain/absence';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as absences from '../store/absences';
import * as representatives from '../store/representatives';
import { viewAbsences } from './view-absence';

const DEFAULT_LIMIT = 20;

/** One's own; for 组长 and 联络员 the group's, for 人大办 all, or one person's. */
export const listAbsences = useCase(
  contract.listAbsences,
  async ({ representativeId, status, cursor, limit = DEFAULT_LIMIT }, { caller }) => {
    const page = await absences.listPage({ ...(await scopeOf(representativeId, caller)), status }, cursor, limit);
    return { items: await viewAbsences(page.items, caller), nextCursor: page.nextCursor };
  },
);

async function scopeOf(asked: string | undefined, caller: Caller) {
  if (asked !== undefined) {
    const { groupId } = await representatives.get(asked);
    if (maySeeAbsence({ representativeId: asked, groupId }, caller)) return { representativeId: asked };
    throw new DomainError('FORBIDDEN', { message: '只能查看本人的，组长、联络员可以查看本组的' });
  }
  if (seesTown(caller)) return {};
  if (hasRole(caller, 'liaison') && caller.groupId !== undefined) return { groupId: caller.groupId };
  if (caller.representativeId !== undefined) return { representativeId: caller.representativeId };
  throw new DomainError('FORBIDDEN');
}
