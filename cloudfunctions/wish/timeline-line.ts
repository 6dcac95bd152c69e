import { SYSTEM, actingAs } from '../../domain/acting';
import type { Caller, Role } from '../../domain/caller';
import { defined } from '../kit/defined';
import type { TimelineEvent } from '../store/wish-doc';

interface Said {
  note?: string | undefined;
  photos?: readonly string[];
}

/** What the caller, acting in this capacity, did to a wish. */
export const timelineLine = (role: Role, caller: Caller, at: Date, what: string, said: Said = {}): TimelineEvent => ({
  at,
  who: actingAs(role, caller),
  accountId: caller.accountId,
  what,
  ...defined({ note: said.note }),
  photos: [...(said.photos ?? [])],
});

/** What followed by itself from something that was done elsewhere. */
export const systemLine = (at: Date, what: string, note: string): TimelineEvent => ({
  at,
  who: SYSTEM,
  what,
  note,
  photos: [],
});
