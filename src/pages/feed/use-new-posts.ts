import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError } from '../../platform/call-error';

/** Whoever comes back within this time, or is still reading, is not looked after again. */
const LOOK_AGAIN_MS = 20_000;

interface Post {
  id: string;
}

/** How many stand above what is shown, as far as the first page says: looked for when one comes back or has read on. */
export function useNewPosts(
  shown: readonly Post[],
  fetchNewest: () => Promise<{ items: readonly Post[] }>,
  key: string,
): number {
  const [newest, setNewest] = useState<readonly Post[]>([]);
  const latest = useRef(fetchNewest);
  latest.current = fetchNewest;
  const lookedAt = useRef(Date.now());
  const round = useRef(0);

  useEffect(() => {
    round.current += 1;
    lookedAt.current = Date.now();
    setNewest([]);
  }, [key]);

  const look = useCallback(async () => {
    if (Date.now() - lookedAt.current < LOOK_AGAIN_MS) return;
    lookedAt.current = Date.now();
    const mine = round.current;
    try {
      const { items } = await latest.current();
      if (mine === round.current) setNewest(items);
    } catch (error) {
      // Without a signal nothing new is announced; what is shown stays.
      if (!(error instanceof CallError)) throw error;
    }
  }, []);
  useDidShow(() => void look());
  useReachBottom(() => void look());

  if (shown.length === 0) return 0;
  const known = new Set(shown.map(({ id }) => id));
  const first = newest.findIndex(({ id }) => known.has(id));
  return first === -1 ? newest.length : first;
}
