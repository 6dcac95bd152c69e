import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toCallError, type CallError } from './call-error';
import { changeCount } from './freshness';
import { personStore } from './session';
import { useStore } from './store';

export interface ListPage<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

export interface Listed<Item> {
  /** `failed` only while there is nothing to show; a failure further down is `more: 'failed'`. */
  state: 'loading' | 'ready' | 'failed';
  items: readonly Item[];
  error: CallError | null;
  more: 'idle' | 'loading' | 'failed' | 'end';
  loadMore: () => Promise<void>;
  reload: () => Promise<void>;
  /** Anew, but as far down as it was. */
  refresh: () => Promise<void>;
  /** Puts a changed item in the place of the one with its id. */
  replace: (item: Item) => void;
  /** Takes out the item with this id. */
  drop: (id: string) => void;
}

interface Held<Item> extends Pick<Listed<Item>, 'state' | 'items' | 'error' | 'more'> {
  cursor: string | null;
}

const nothing = { state: 'loading', items: [], error: null, more: 'idle', cursor: null } as const;

function append<Item extends { id: string }>(before: readonly Item[], page: readonly Item[]): Item[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...page.filter(({ id }) => !known.has(id))];
}

/** A search answers short, or nothing yet, where it has looked through much: it is asked to go on so many times. */
const MOST_EMPTY_PAGES = 10;

type FetchPage<Item> = (page: { cursor?: string }) => Promise<ListPage<Item>>;

/** The next page that holds something, or the last one asked for. */
async function fetchFilled<Item>(fetchPage: FetchPage<Item>, from: { cursor?: string }): Promise<ListPage<Item>> {
  let page = await fetchPage(from);
  for (let tried = 1; page.items.length === 0 && page.nextCursor !== null && tried < MOST_EMPTY_PAGES; tried += 1) {
    page = await fetchPage({ cursor: page.nextCursor });
  }
  return page;
}

/** From the top, as many pages as hold `atLeast` items. */
async function fetchFromTop<Item extends { id: string }>(
  fetchPage: FetchPage<Item>,
  atLeast: number,
): Promise<ListPage<Item>> {
  let { items, nextCursor } = await fetchFilled(fetchPage, {});
  while (items.length < atLeast && nextCursor !== null) {
    const page = await fetchFilled(fetchPage, { cursor: nextCursor });
    items = append(items, page.items);
    nextCursor = page.nextCursor;
  }
  return { items: append([], items), nextCursor };
}

function useListState<Item extends { id: string }>(fetchPage: FetchPage<Item>) {
  const [held, setHeld] = useState<Held<Item>>(nothing);
  const latest = useRef(fetchPage);
  latest.current = fetchPage;
  const current = useRef(held);
  current.current = held;
  // Answers to an earlier round, for another key or from before a reload, are dropped.
  const round = useRef(0);
  const isLoadingMore = useRef(false);
  const seenChanges = useRef(changeCount());

  const loadFromTop = useCallback(async (atLeast: number) => {
    const mine = ++round.current;
    isLoadingMore.current = false;
    seenChanges.current = changeCount();
    try {
      const { items, nextCursor } = await fetchFromTop(latest.current, atLeast);
      if (mine !== round.current) return;
      const more = nextCursor === null ? 'end' : 'idle';
      setHeld({ state: 'ready', items, error: null, more, cursor: nextCursor });
    } catch (thrown) {
      if (mine !== round.current) return;
      const error = toCallError(thrown);
      setHeld((before) => ({ ...before, state: before.items.length === 0 ? 'failed' : 'ready', error }));
    }
  }, []);

  const reload = useCallback(() => loadFromTop(0), [loadFromTop]);
  /** Anew, but as far down as it was: somebody is in the middle of it. */
  const refresh = useCallback(() => loadFromTop(current.current.items.length), [loadFromTop]);

  const loadMore = useCallback(async () => {
    const { state, cursor } = current.current;
    if (state !== 'ready' || cursor === null || isLoadingMore.current) return;
    const mine = round.current;
    isLoadingMore.current = true;
    setHeld((before) => ({ ...before, more: 'loading' }));
    try {
      const page = await fetchFilled(latest.current, { cursor });
      if (mine !== round.current) return;
      const more = page.nextCursor === null ? 'end' : 'idle';
      setHeld((before) => ({ ...before, items: append(before.items, page.items), more, cursor: page.nextCursor }));
    } catch (thrown) {
      const error = toCallError(thrown);
      if (mine === round.current) setHeld((before) => ({ ...before, more: 'failed', error }));
    } finally {
      if (mine === round.current) isLoadingMore.current = false;
    }
  }, []);

  return { held, setHeld, round, seenChanges, reload, refresh, loadMore };
}

/**
 * A list by cursor: `fetchPage` is given `{}` or `{ cursor }` to spread into its call; another `key` is another list.
 * Listens to pull-down and reach-bottom of its page unless `listens` is false (for a second list on one page).
 */
export function useList<Item extends { id: string }>(
  fetchPage: FetchPage<Item>,
  key: string | null,
  { listens = true }: { listens?: boolean } = {},
): Listed<Item> {
  const { held, setHeld, round, seenChanges, reload, refresh, loadMore } = useListState(fetchPage);
  const person = useStore(personStore);

  useEffect(() => {
    if (key === null) return;
    setHeld(nothing);
    void reload();
    return () => {
      round.current += 1;
    };
  }, [key, person, reload, round, setHeld]);

  usePageEvents({ reload, loadMore, isActive: listens && key !== null });
  useDidShow(() => {
    if (key !== null && seenChanges.current !== changeCount()) void refresh();
  });

  const replace = useCallback(
    (item: Item) => {
      // What changed is in the list already: coming back to it need not lose the place.
      seenChanges.current = changeCount();
      const swapped = (old: Item) => (old.id === item.id ? item : old);
      setHeld((before) => ({ ...before, items: before.items.map(swapped) }));
    },
    [seenChanges, setHeld],
  );
  const drop = useCallback(
    (id: string) => {
      seenChanges.current = changeCount();
      setHeld((before) => ({ ...before, items: before.items.filter((item) => item.id !== id) }));
    },
    [seenChanges, setHeld],
  );

  const { state, items, error, more } = held;
  return { state, items, error, more, loadMore, reload, refresh, replace, drop };
}

interface PageEvents {
  reload: () => Promise<void>;
  loadMore: () => Promise<void>;
  isActive: boolean;
}

function usePageEvents({ reload, loadMore, isActive }: PageEvents): void {
  usePullDownRefresh(() => {
    if (isActive) void reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => {
    if (isActive) void loadMore();
  });
}
