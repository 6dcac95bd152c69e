import { usePullDownRefresh } from '@tarojs/taro';
import type { Me } from '../../../contract/account';
import type { Output } from '../../../contract/contract';
import { hasRole } from '../../../domain/caller';
import { useOutbox } from '../../features/post/outbox';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';

const MOST_COUNTED = 50;

export interface Counts {
  /** '（3）' behind 审核待办; empty while none waits, or it is not known. */
  reviews: string;
  /** What lies on this person's desk. */
  queue: Output<'wish.queueCount'> | null;
  unread: number | null;
  /** 晒单 and comments to be judged. */
  judging: Output<'post.queueCount'> | null;
  /** Posts that have not been sent yet. */
  outbox: number;
  points: Output<'points.getWaiting'> | null;
  duties: Output<'duty.getWaiting'> | null;
  campaigns: Output<'campaign.getWaiting'> | null;
}

/** The figures on the doors, each for itself: one that cannot be had leaves its door without a figure. */
export function useCounts(me: Me | null): Counts {
  const leads = hasRole(me, 'liaison', 'presidium');
  const scope = hasRole(me, 'presidium') ? 'town' : 'group';
  const reviews = useLoad(
    async () => (await call('wish.list', { scope, status: 'submitted', limit: MOST_COUNTED })).items.length,
    me && leads ? `${me.accountId}-${scope}` : null,
  );
  const judging = useLoad(() => call('post.queueCount', {}), me && leads ? me.accountId : null);
  const outbox = useOutbox();
  const queue = useLoad(() => call('wish.queueCount', {}), me?.accountId ?? null);
  const unread = useLoad(async () => (await call('notice.count', {})).unread, me?.accountId ?? null);
  const { points, duties, campaigns } = useInsideCounts(me);
  usePullDownRefresh(() => {
    if (me) void Promise.all([queue, unread, ...(leads ? [judging] : [])].map(({ reload }) => reload()));
  });
  return {
    reviews: reviewsText(reviews.data),
    queue: queue.data,
    unread: unread.data,
    judging: judging.data,
    outbox: outbox.filter(({ state }) => state !== 'sent').length,
    points,
    duties,
    campaigns,
  };
}

/** What waits for those on the roster and in an office. */
function useInsideCounts(me: Me | null): Pick<Counts, 'points' | 'duties' | 'campaigns'> {
  const key = me && hasRole(me, 'representative', 'liaison', 'presidium', 'admin') ? me.accountId : null;
  const points = useLoad(() => call('points.getWaiting', {}), key);
  const duties = useLoad(() => call('duty.getWaiting', {}), key);
  const campaigns = useLoad(() => call('campaign.getWaiting', {}), key);
  usePullDownRefresh(() => {
    if (key !== null) void Promise.all([points, duties, campaigns].map(({ reload }) => reload()));
  });
  return { points: points.data, duties: duties.data, campaigns: campaigns.data };
}

function reviewsText(waiting: number | null): string {
  if (!waiting) return '';
  return waiting >= MOST_COUNTED ? `（${MOST_COUNTED}+）` : `（${waiting}）`;
}
