import { actingAs } from '../../domain/acting';
import type { Caller, Role } from '../../domain/caller';
import { defined } from '../kit/defined';
import type { OrderEvent } from '../store/orders';
import type { TimelineEvent } from '../store/wish-doc';

/** What the caller, acting in this capacity, did to an order. */
export const orderEvent = (
  role: Role,
  caller: Caller,
  at: Date,
  what: string,
  note?: string,
): OrderEvent & { accountId: string } => ({
  at,
  who: actingAs(role, caller),
  accountId: caller.accountId,
  what,
  ...defined({ note }),
});

/** The same as the wish's timeline tells it, in its own words. */
export const wishEvent = ({ at, who, accountId }: OrderEvent, what: string, note?: string): TimelineEvent => ({
  at,
  who,
  ...defined({ accountId, note }),
  what,
  photos: [],
});
