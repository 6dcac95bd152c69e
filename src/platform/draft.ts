/** What was typed stays: a form's values by key, across a restart of the app, until it was sent. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { newClientToken } from './client-token';
import { ownKey } from './session';
import { keysFrom, read, remove, write } from './storage';

const WRITE_AFTER_MS = 300;

export interface Draft<Values> {
  values: Values;
  /** The newest values, for reading in a handler. */
  current: () => Values;
  set: (change: Partial<Values>) => void;
  /** Lives as long as the draft, so that a second tap or a retry sends the same thing. */
  clientToken: () => string;
  clear: () => void;
}

interface Kept<Values> {
  values: Values;
  clientToken: string;
}

const PREFIX = 'draft.';

const storageKey = (key: string) => ownKey(`${PREFIX}${key}`);

/** Every draft on this phone, whoever's it is. */
export const readDrafts = (): unknown[] =>
  keysFrom(PREFIX).flatMap((key) => {
    const kept = read(key);
    return typeof kept === 'object' && kept !== null && 'values' in kept ? [kept.values] : [];
  });

function restore<Values extends object>(place: string, initial: Values): Kept<Values> {
  const kept = read(place);
  if (typeof kept !== 'object' || kept === null || !('values' in kept) || !('clientToken' in kept)) {
    return { values: initial, clientToken: newClientToken() };
  }
  const { values, clientToken } = kept as Kept<Partial<Values>>;
  // A field that a newer version added takes its initial value.
  return { values: { ...initial, ...values }, clientToken };
}

export function useDraft<Values extends object>(key: string, initial: Values): Draft<Values> {
  // Whose draft it is does not change while its form is open.
  const [place] = useState(() => storageKey(key));
  const [kept, setKept] = useState(() => restore(place, initial));
  const latest = useRef(kept);
  const first = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const flush = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    write(place, latest.current);
  }, [place]);

  const set = useCallback(
    (change: Partial<Values>) => {
      latest.current = { ...latest.current, values: { ...latest.current.values, ...change } };
      setKept(latest.current);
      timer.current ??= setTimeout(flush, WRITE_AFTER_MS);
    },
    [flush],
  );

  const clear = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    latest.current = { values: first.current, clientToken: newClientToken() };
    setKept(latest.current);
    remove(place);
  }, [place]);

  useEffect(() => flush, [flush]);

  const current = useCallback(() => latest.current.values, []);
  const clientToken = useCallback(() => latest.current.clientToken, []);
  return { values: kept.values, current, set, clientToken, clear };
}
