/** Photos on their way from the camera to the publish page: in memory, because a file cannot go into an address. */
import { useEffect, useRef } from 'react';
import type { Chosen } from '../../platform/chosen';
import { createStore, useStore } from '../../platform/store';

const arriving = createStore<readonly Chosen[]>([]);

export function handOver(chosen: readonly Chosen[]): void {
  if (chosen.length > 0) arriving.set([...arriving.get(), ...chosen]);
}

/** Gives the page what was handed over, each once, whether it came before the page or later. */
export function useHandover(take: (chosen: Chosen[]) => void): void {
  const chosen = useStore(arriving);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (chosen.length === 0) return;
    arriving.set([]);
    latest.current([...chosen]);
  }, [chosen]);
}
