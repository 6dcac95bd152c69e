/** What a search asks the ledger for: terms that a wish must have, and the last word on whether it is meant. */
import type { searchKinds } from '../../contract/wish-views';
import { DomainError } from '../../domain/errors';
import { contains, queryTerms, searchedTexts } from '../../domain/search-terms';
import type { Host } from '../host/host';
import { lookupTerm } from './lookup';

export interface SearchQuery {
  q?: string | undefined;
  by?: (typeof searchKinds)[number] | undefined;
}

export interface Search {
  terms: string[];
  matches: (wish: { content: string; code: string; village: string }) => boolean;
}

const WHOLE_OR_TAIL = /^(\d{4}|\d{7,12})$/;

/** The whole number or its last four digits. */
function phoneDigits(q: string): string {
  const digits = q.normalize('NFKC').replace(/[\s-]/g, '');
  if (WHOLE_OR_TAIL.test(digits)) return digits;
  throw new DomainError('INVALID_INPUT', { details: { q: '请输入完整的电话号码，或号码的最后四位' } });
}

/** Terms for `q`; none where it is punctuation alone, which finds nothing rather than everything. */
export function searchFor({ q = '', by = 'words' }: SearchQuery, host: Host): Search {
  switch (by) {
    case 'name':
      return { terms: [lookupTerm(host, 'name', q)], matches: () => true };
    case 'phone':
      return { terms: [lookupTerm(host, 'phone', phoneDigits(q))], matches: () => true };
    case 'words':
      return { terms: queryTerms(q), matches: (wish) => contains(q, ...searchedTexts(wish)) };
  }
}
