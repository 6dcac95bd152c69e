import type { WishCard } from '../../../contract/wish-views';
import type { WishStatus } from '../../../domain/wish';
import { ledgerScope, type LedgerScope } from '../../features/representative/ledger-scope';
import { call } from '../../platform/call';
import { CallError } from '../../platform/call-error';

const PAGE_SIZE = 50;
/** More than anybody reads through at one sitting. */
const MOST = 200;

export interface Waiting {
  /** The longest waiting first. */
  wishes: readonly WishCard[];
  /** Whether there are more than these. */
  isCut: boolean;
}

/** Whose wishes this person looks after; throws FORBIDDEN when nobody's. */
export async function findScope(): Promise<LedgerScope> {
  const { me } = await call('account.me', {});
  const scope = ledgerScope(me);
  if (scope) return scope;
  throw new CallError('FORBIDDEN', '组长、联络员审核本小组的心愿，主席团审核全镇的心愿。您当前的身份不能查看。');
}

/** The wishes that wait in this status, up to a few pages: the list itself comes newest first. */
export async function listWaiting(scope: LedgerScope, status: WishStatus): Promise<Waiting> {
  const wishes: WishCard[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: WishCard[]; nextCursor: string | null } = await call('wish.list', {
      scope,
      status,
      limit: PAGE_SIZE,
      ...(cursor === null ? {} : { cursor }),
    });
    wishes.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && wishes.length < MOST);
  return { wishes: wishes.sort(bySince), isCut: cursor !== null };
}

const bySince = (one: WishCard, other: WishCard): number =>
  Date.parse(one.holder.since) - Date.parse(other.holder.since);
