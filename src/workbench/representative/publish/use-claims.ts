import { useEffect } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import { call } from '../../../platform/call';
import { ownKey } from '../../../platform/session';
import { read, write } from '../../../platform/storage';
import { useList, type Listed } from '../../../platform/use-list';
import { linkTo, type LinkedWish } from './post-draft';

const MOST_OFFERED = 3;
const PLACE = 'publish.claims';

interface Claims {
  list: Listed<WishCard>;
  /** The newest; without a signal those of the last time. */
  newest: LinkedWish[];
}

const claimedAt = ({ claimer, collectedAt }: WishCard): string => claimer?.at ?? collectedAt;

function readKept(): LinkedWish[] {
  const kept = read(ownKey(PLACE));
  return Array.isArray(kept) ? (kept as LinkedWish[]) : [];
}

/** One's own claims that a post may be about. */
export function useClaims(): Claims {
  const list = useList(
    (page) => call('wish.list', { ...page, scope: 'claimed', status: ['claimed', 'fulfilled', 'closed'], limit: 20 }),
    'claimed',
    { listens: false },
  );
  const { state, items } = list;
  useEffect(() => {
    if (state === 'ready') write(ownKey(PLACE), newestOf(items));
  }, [state, items]);
  return { list, newest: state === 'ready' ? newestOf(items) : readKept() };
}

const newestOf = (items: readonly WishCard[]): LinkedWish[] =>
  [...items]
    .sort((a, b) => claimedAt(b).localeCompare(claimedAt(a)))
    .slice(0, MOST_OFFERED)
    .map(linkTo);
