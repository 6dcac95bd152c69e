import type { Chosen } from '../../../platform/chosen';
import type { Draft } from '../../../platform/draft';
import type { Photos } from '../../../platform/use-photos';
import { pairsOf, withoutPhotoInPairs, type Pair, type PostDraft } from './post-draft';

export const MOST_PAIRS = 4;

export interface Pairs {
  pairs: readonly Pair[];
  /** 办之前 or 办之后, of a photo in a pair. */
  partOf: (key: string) => 'before' | 'after' | null;
  join: (before: string, after: string) => void;
  turn: (key: string) => void;
  part: (key: string) => void;
  /** 办之后 has just been taken as the photo with this key was. */
  addAfter: (before: string, chosen: Chosen) => Promise<void>;
}

/** 前后对比 among the photos of a draft; a photo is in one pair at most. */
export function usePair(draft: Draft<PostDraft>, photos: Photos, change: (change: Partial<PostDraft>) => void): Pairs {
  const pairs = pairsOf({ pairs: draft.values.pairs, photos: photos.kept() });
  const holds = (key: string) => (pair: Pair) => pair.before === key || pair.after === key;
  const join = (before: string, after: string) => {
    const others = withoutPhotoInPairs(withoutPhotoInPairs(draft.current().pairs, before), after);
    change({ pairs: [...others, { before, after }] });
  };
  return {
    pairs,
    partOf: (key) => {
      const pair = pairs.find(holds(key));
      if (!pair) return null;
      return pair.before === key ? 'before' : 'after';
    },
    join,
    turn: (key) =>
      change({
        pairs: draft
          .current()
          .pairs.map((pair) => (holds(key)(pair) ? { before: pair.after, after: pair.before } : pair)),
      }),
    part: (key) => change({ pairs: withoutPhotoInPairs(draft.current().pairs, key) }),
    addAfter: async (before, chosen) => {
      const known = new Set(photos.kept().map(({ key }) => key));
      await photos.addChosen([chosen]);
      const added = photos.kept().find(({ key }) => !known.has(key));
      if (added) join(before, added.key);
    },
  };
}
