import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toCallError, type CallError } from './call-error';
import { changeCount } from './freshness';
import { personStore } from './session';
import { useStore } from './store';

export interface Loaded<Data> {
  state: 'loading' | 'ready' | 'failed';
  data: Data | null;
  error: CallError | null;
  /** Loads again; what is shown stays until the answer is there. */
  reload: () => Promise<void>;
  /** Puts in what a write has just answered. */
  set(this: void, data: Data): void;
}

type Held<Data> = Pick<Loaded<Data>, 'state' | 'data' | 'error'>;

/** One call's answer. `key` says when it is another question; null asks nothing yet. */
export function useLoad<Data>(load: () => Promise<Data>, key: string | null): Loaded<Data> {
  const [held, setHeld] = useState<Held<Data>>({ state: 'loading', data: null, error: null });
  const latest = useRef(load);
  latest.current = load;
  const round = useRef(0);
  const person = useStore(personStore);
  const seenChanges = useRef(changeCount());

  const reload = useCallback(async () => {
    const mine = ++round.current;
    seenChanges.current = changeCount();
    try {
      const data = await latest.current();
      // An answer to an earlier question, or one that a write has overtaken, is dropped.
      if (mine === round.current) setHeld({ state: 'ready', data, error: null });
    } catch (thrown) {
      const error = toCallError(thrown);
      if (mine === round.current) setHeld(({ data }) => ({ state: data === null ? 'failed' : 'ready', data, error }));
    }
  }, []);

  const set = useCallback((data: Data) => {
    round.current += 1;
    seenChanges.current = changeCount();
    setHeld({ state: 'ready', data, error: null });
  }, []);

  useEffect(() => {
    if (key === null) return;
    setHeld({ state: 'loading', data: null, error: null });
    void reload();
    return () => {
      round.current += 1;
    };
  }, [key, person, reload]);

  useDidShow(() => {
    if (key !== null && seenChanges.current !== changeCount()) void reload();
  });

  return { ...held, reload, set };
}
