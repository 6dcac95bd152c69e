/** The photos of the publish page, for the pages above it that change one of them. */
import { useEffect, useRef } from 'react';
import type { Chosen } from '../../platform/chosen';

export interface Retouching {
  /** The photo in the place of the one with this key; the earlier one does not travel. */
  replace: (key: string, chosen: Chosen) => Promise<void>;
  /** 办之后, taken as the photo with this key was. */
  addAfter: (beforeKey: string, chosen: Chosen) => Promise<void>;
}

let current: Retouching | null = null;

/** Null when no publish page lies below: the page was reloaded, or opened by its address. */
export const retouching = (): Retouching | null => current;

export function useRetouching(own: Retouching): void {
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  useEffect(() => {
    const mine: Retouching = {
      replace: (key, chosen) => latest.current.replace(key, chosen),
      addAfter: (key, chosen) => latest.current.addAfter(key, chosen),
    };
    current = mine;
    return () => {
      if (current === mine) current = null;
    };
  }, []);
}
