import * as contract from '../../contract/points-proposals';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as pointsProposals from '../store/points-proposals';
import { viewProposals } from './view-proposal';

const DEFAULT_LIMIT = 20;

/** One's own, the group's for its leaders, the town's for 人大办. */
export const listProposals = useCase(
  contract.listProposals,
  async ({ scope, status, cursor, limit = DEFAULT_LIMIT }, context) => {
    const whose = whoseOf(scope, context.caller);
    if (!whose) return { items: [], nextCursor: null };
    const page = await pointsProposals.listPage({ ...whose, status }, cursor, limit);
    return { items: await viewProposals(page.items, context), nextCursor: page.nextCursor };
  },
);

type Whose = Pick<pointsProposals.Listing, 'representativeId' | 'groupId'>;

/** null: somebody who is no representative has none of their own. */
function whoseOf(scope: 'mine' | 'group' | 'town', caller: Caller): Whose | null {
  const { representativeId, groupId } = caller;
  if (scope === 'mine') return representativeId === undefined ? null : { representativeId };
  if (scope === 'group' && hasRole(caller, 'liaison') && groupId !== undefined) return { groupId };
  if (scope === 'town' && seesTown(caller)) return {};
  throw new DomainError('FORBIDDEN', { message: '只能查看本人的记分提议，联络员可以查看本组的' });
}
