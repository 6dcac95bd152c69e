import { useEffect, useState } from 'react';
import { call } from '../../../platform/call';
import { useList, type Listed } from '../../../platform/use-list';
import type { Entry } from '../../../features/points/entry-marks';

const PAGE_SIZE = 20;
/** A notice is about something new: nobody is made to wait for a longer search. */
const MOST_LOOKED_THROUGH = 100;

/** One person's entries and name; goes on reading until the entry that a notice is about has come. */
export function useEntries(
  representativeId: string,
  wanted: string | undefined,
): { list: Listed<Entry>; name: string } {
  const [name, setName] = useState('');
  const list = useList(async (page) => {
    const answer = await call('points.entries', { representativeId, ...page, limit: PAGE_SIZE });
    setName(answer.name);
    return answer;
  }, representativeId);

  const { items, more, loadMore } = list;
  const isMissing = wanted !== undefined && !items.some(({ id }) => id === wanted);
  useEffect(() => {
    if (isMissing && more === 'idle' && items.length > 0 && items.length < MOST_LOOKED_THROUGH) void loadMore();
  }, [isMissing, more, items.length, loadMore]);
  return { list, name };
}
