import { isMinors } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import type { Deeds } from '../store/deeds';
import * as wishLists from '../store/wish-lists';

export interface Wisher {
  name: string;
  minor: boolean;
}

/** Whom the month's deeds were for: an article names none of them, whoever agreed to be named elsewhere. */
export async function wishersOf({ fulfilled, collected, posts }: Deeds, host: Host): Promise<Wisher[]> {
  const linked = await wishLists.findCards([...new Set(posts.flatMap(({ wish }) => wish?.id ?? []))]);
  return [...fulfilled, ...collected, ...linked.values()].map((wish) => ({
    name: openContact(host, wish).name,
    minor: isMinors(wish),
  }));
}
