import { useState } from 'react';

export interface Ticks {
  /** Of those that are on the page now. */
  ticked: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  isAll: boolean;
  /** All on the page; none, when all are ticked already. */
  toggleAll: () => void;
  clear: () => void;
}

/** Which of the rows on the page are chosen; what has left the page is no longer chosen. */
export function useTicks(onPage: readonly string[]): Ticks {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ticked = onPage.filter((id) => chosen.includes(id));
  const isAll = onPage.length > 0 && ticked.length === onPage.length;
  return {
    ticked,
    has: (id) => ticked.includes(id),
    toggle: (id) => setChosen(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]),
    isAll,
    toggleAll: () => setChosen(isAll ? [] : onPage),
    clear: () => setChosen([]),
  };
}
