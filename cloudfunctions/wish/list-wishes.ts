import * as contract from '../../contract/wish';
import { askedNumber } from '../../domain/listing';
import { searchFor, type SearchQuery } from '../kit/search';
import { useCase } from '../kit/use-case';
import type { Host } from '../host/host';
import type { Page } from '../store/cursor';
import type { WishCardDoc } from '../store/wish-doc';
import * as wishLists from '../store/wish-lists';
import { askedList, checkContactSearch } from './list-scope';
import { viewCards } from './view-card';

const DEFAULT_LIMIT = 20;

/** A page of the ledger: what the scope lets this caller see, narrowed by the filters, in the order asked for. */
export const listWishes = useCase(
  contract.list,
  async ({ scope, cursor, order = 'newest', limit = DEFAULT_LIMIT, ...filter }, { caller, now, host }) => {
    const asked = askedList(scope, filter, caller, now);
    const { q = '', by = 'words' } = filter;
    if (q !== '' && by !== 'words') checkContactSearch(scope, caller);
    const page = asked && (await pageOf({ asked, order, cursor, limit }, { q, by }, host));
    if (!page) return { items: [], nextCursor: null };
    return { items: await viewCards(page.items, caller, now, host), nextCursor: page.nextCursor };
  },
);

type Listing = Pick<wishLists.Listing, 'asked' | 'order' | 'cursor' | 'limit'>;
interface Query extends SearchQuery {
  q: string;
}

/** null: nothing can be meant. */
async function pageOf(listing: Listing, { q, by }: Query, host: Host): Promise<Page<WishCardDoc> | null> {
  if (q === '') return wishLists.listPage(listing);
  const { asked } = listing;
  const number = by === 'words' ? askedNumber(q) : null;
  if (number && 'code' in number) {
    const found = await wishLists.findByCode(asked, number.code);
    return found && { items: [found], nextCursor: null };
  }
  // Digits may be a number's tail, or stand in the text of a wish.
  if (number && (await wishLists.hasListed(asked, number.key))) return wishLists.listPage({ ...listing, ...number });
  const search = searchFor({ q, by }, host);
  return search.terms.length === 0 ? null : wishLists.listPage({ ...listing, ...search });
}
