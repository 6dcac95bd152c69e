import * as contract from '../../contract/points';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as pointsEntries from '../store/points-entries';
import * as representatives from '../store/representatives';
import { viewEntries } from './view-entry';

const DEFAULT_LIMIT = 20;

/** 积分明细: one's own; for a liaison the group's; for presidium and admin everybody's. */
export const listEntries = useCase(
  contract.entries,
  async ({ representativeId, cursor, limit = DEFAULT_LIMIT }, { caller, now }) => {
    const representative = await representatives.get(representativeId);
    if (!maySeeEntries(representative, caller)) {
      throw new DomainError('FORBIDDEN', { message: '只能查看自己的积分明细，联络员可以查看本组代表的' });
    }
    const page = await pointsEntries.listByRepresentative(representativeId, cursor, limit);
    return {
      name: representative.name,
      items: await viewEntries(page.items, caller, now),
      nextCursor: page.nextCursor,
    };
  },
);

const maySeeEntries = ({ _id, groupId }: { _id: string; groupId: string }, caller: Caller): boolean =>
  caller.representativeId === _id || (hasRole(caller, 'liaison') && caller.groupId === groupId) || seesTown(caller);
