/** What wish.list and report.ledger narrow the ledger by, as one condition. */
import type { Narrowed } from '../../domain/listing';
import { queryTerms } from '../../domain/search-terms';
import { overdueStatuses, publicStatuses, wishStatuses, type WishStatus } from '../../domain/wish';
import type { WishFilterDoc } from './wish-lists';

/** Whose wishes, and which of them. */
export interface Asked extends Narrowed {
  statuses: readonly WishStatus[];
  publicOnly: boolean;
  /** Only those past their promised day at this moment. */
  overdueAt?: Date;
}

export interface LedgerFilter extends Pick<Narrowed, 'category' | 'village' | 'groupId' | 'channel'> {
  status?: WishStatus | WishStatus[] | undefined;
  q?: string | undefined;
  overdue?: boolean | undefined;
}

/** The statuses in which a wish can be what is asked for; none at all where the filters rule each other out. */
export function askedStatuses({ status, overdue }: LedgerFilter, publicOnly = false): WishStatus[] {
  const asked: readonly WishStatus[] = status === undefined ? wishStatuses : [status].flat();
  const within = (allowed: readonly WishStatus[]) => (one: WishStatus) => allowed.includes(one);
  return asked
    .filter(within(publicOnly ? publicStatuses : wishStatuses))
    .filter(within(overdue === true ? overdueStatuses : wishStatuses));
}

export function askedFilter({
  statuses,
  publicOnly,
  overdueAt,
  submitterId,
  claimerId,
  ...place
}: Asked): WishFilterDoc {
  const given = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  return {
    status: { $in: [...statuses] },
    ...given,
    ...(publicOnly ? { public: true } : {}),
    ...(overdueAt ? { dueAt: { $lt: overdueAt } } : {}),
    ...(submitterId === undefined ? {} : { submitterId }),
    ...(claimerId === undefined ? {} : { 'claimer.representativeId': claimerId }),
  };
}

/** The same for those who read the whole of it, words included. */
export function wishFilter({ q = '', status, overdue, ...place }: LedgerFilter, now: Date): WishFilterDoc {
  const asked: Asked = {
    ...place,
    statuses: askedStatuses({ status, overdue }),
    publicOnly: false,
    ...(overdue === true ? { overdueAt: now } : {}),
  };
  return { ...askedFilter(asked), ...(q === '' ? {} : { terms: { $all: queryTerms(q) } }) };
}
