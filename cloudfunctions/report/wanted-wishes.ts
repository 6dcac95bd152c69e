import type { z } from 'zod';
import type { WishFilter } from '../../contract/wish-views';
import type { Host } from '../host/host';
import { searchFor, type Search } from '../kit/search';
import { wishFilter } from '../store/wish-filter';
import type { WishFilterDoc } from '../store/wish-lists';

/** Which wishes a sheet is about, and the last word on what a search has found. */
export interface WantedWishes {
  filter: WishFilterDoc;
  matches: Search['matches'];
}

interface Narrowing {
  groupId: string | undefined;
  filter: z.output<typeof WishFilter>;
  collectedAt: WishFilterDoc['collectedAt'];
}

/** null: punctuation alone finds nothing, rather than everything. */
export function wantedWishes({ groupId, filter, collectedAt }: Narrowing, host: Host, now: Date): WantedWishes | null {
  const { q = '', by, ...rest } = filter;
  const search = searchFor({ q, by }, host);
  if (q !== '' && search.terms.length === 0) return null;
  return {
    filter: {
      ...wishFilter({ ...rest, groupId }, now),
      ...(q === '' ? {} : { terms: { $all: search.terms } }),
      ...(collectedAt === undefined ? {} : { collectedAt }),
    },
    matches: q === '' ? () => true : search.matches,
  };
}
