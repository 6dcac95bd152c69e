import * as contract from '../../contract/wish';
import { contains, queryTerms, searchedTexts } from '../../domain/search-terms';
import { useCase } from '../kit/use-case';
import * as wishes from '../store/wishes';
import { listFilter, scopeFilter } from './list-scope';
import { viewCards } from './view-card';

const DEFAULT_LIMIT = 20;

/** A page of the ledger, newest first: what the scope lets this caller see, narrowed by the filters. */
export const listWishes = useCase(
  contract.list,
  async ({ scope, cursor, limit = DEFAULT_LIMIT, ...filter }, { caller, now, host }) => {
    const wanted = listFilter(scopeFilter(scope, caller), filter);
    const { q = '' } = filter;
    // Punctuation alone finds nothing, rather than everything.
    if (q !== '' && queryTerms(q).length === 0) return { items: [], nextCursor: null };
    const page = await searchPage(wanted, q, cursor, limit);
    return { items: await viewCards(page.items, caller, now, host), nextCursor: page.nextCursor };
  },
);

/** Pairs of characters find candidates; those that only happen to have all the pairs are left out here. */
async function searchPage(
  filter: wishes.WishFilterDoc,
  q: string,
  cursor: string | undefined,
  limit: number,
): ReturnType<typeof wishes.listPage> {
  let page = await wishes.listPage(filter, cursor, limit);
  for (;;) {
    const items = page.items.filter((wish) => contains(q, ...searchedTexts(wish)));
    if (items.length > 0 || page.nextCursor === null) return { items, nextCursor: page.nextCursor };
    page = await wishes.listPage(filter, page.nextCursor, limit);
  }
}
