/** What wish.list and report.ledger narrow the ledger by, as one condition. */
import { queryTerms } from '../../domain/search-terms';
import type { Category, WishStatus } from '../../domain/wish';
import type { WishFilterDoc } from './wishes';

export interface LedgerFilter {
  status?: WishStatus | WishStatus[] | undefined;
  category?: Category | undefined;
  village?: string | undefined;
  q?: string | undefined;
}

function statusFilter(status: WishStatus | WishStatus[]): WishStatus | { $in: WishStatus[] } {
  const statuses = [status].flat();
  const [only] = statuses;
  return statuses.length === 1 && only !== undefined ? only : { $in: statuses };
}

export function wishFilter({ status, category, village, q = '' }: LedgerFilter): WishFilterDoc {
  return {
    ...(status === undefined ? {} : { status: statusFilter(status) }),
    ...(category === undefined ? {} : { category }),
    ...(village === undefined ? {} : { village }),
    ...(q === '' ? {} : { terms: { $all: queryTerms(q) } }),
  };
}
