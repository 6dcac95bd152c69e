import { useEffect, useState } from 'react';
import type { WishCard } from '../../../contract/wish-views';
import { call } from '../../platform/call';
import { CallError } from '../../platform/call-error';

/** Fewer say too little to be like anything. */
const LEAST_CHARACTERS = 6;
const QUIET_MS = 600;

interface About {
  content: string;
  village: string | null;
  /** A wish that stands in the ledger is not like itself. */
  id?: string;
}

/**
 * Wishes of the village that say much the same, once the typing has paused. Advice: where it cannot be had, or is still
 * on its way, there is none.
 */
export function useSimilar({ content, village, id }: About): readonly WishCard[] {
  const [similar, setSimilar] = useState<readonly WishCard[]>([]);
  const words = content.trim();
  const isEnough = village !== null && [...words].length >= LEAST_CHARACTERS;

  useEffect(() => {
    if (!isEnough) {
      setSimilar([]);
      return;
    }
    // An answer to what has been typed over since is dropped.
    let isCurrent = true;
    const timer = setTimeout(() => {
      void find(words, village, id).then((found) => {
        if (isCurrent) setSimilar(found);
      });
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, village, id, isEnough]);
  return similar;
}

async function find(content: string, village: string, id: string | undefined): Promise<readonly WishCard[]> {
  try {
    const { items } = await call('wish.similar', { content, village, ...(id === undefined ? {} : { id }) });
    return items;
  } catch (error) {
    if (error instanceof CallError) return [];
    throw error;
  }
}
