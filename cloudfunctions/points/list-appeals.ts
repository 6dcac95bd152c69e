import * as contract from '../../contract/points-appeals';
import { seesTown } from '../../domain/caller';
import { useCase } from '../kit/use-case';
import * as pointsAppeals from '../store/points-appeals';
import { viewAppeals } from './view-appeal';

const DEFAULT_LIMIT = 20;

/** One's own; for 人大办 everybody's. */
export const listAppeals = useCase(
  contract.listAppeals,
  async ({ mine = false, status, cursor, limit = DEFAULT_LIMIT }, context) => {
    const { caller } = context;
    const { representativeId } = caller;
    const isOwn = mine || !seesTown(caller);
    if (isOwn && representativeId === undefined) return { items: [], nextCursor: null };
    const listing = { status, ...(isOwn ? { representativeId } : {}) };
    const page = await pointsAppeals.listPage(listing, cursor, limit);
    return { items: await viewAppeals(page.items, context), nextCursor: page.nextCursor };
  },
);
