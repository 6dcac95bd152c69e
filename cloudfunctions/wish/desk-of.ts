import { hasRole, type Caller } from '../../domain/caller';
import { mailboxesOf } from '../../domain/mailbox';
import { orderTaskKinds, type OrderTaskKind } from '../../domain/order-desk';
import { taskKinds, type TaskKind } from '../../domain/wish-desk';
import type { OnDesk } from '../store/desk';
import type { WishesOnDesk } from '../store/wish-desk';

export type AnyKind = TaskKind | OrderTaskKind;

const narrowed = <Kind extends AnyKind>(kinds: readonly Kind[], kind: AnyKind | undefined): Kind[] =>
  kinds.filter((one) => kind === undefined || one === kind);

/** The wishes on the caller's desks, of one kind or of all. */
export function wishesOnDeskOf(caller: Caller, kind?: AnyKind): WishesOnDesk {
  const { accountId, representativeId } = caller;
  return {
    desks: mailboxesOf(caller),
    kinds: narrowed(taskKinds, kind),
    ...(hasRole(caller, 'liaison', 'presidium') ? { judge: { accountId, representativeId } } : {}),
  };
}

export const ordersOnDeskOf = (caller: Caller, kind?: AnyKind): OnDesk<OrderTaskKind> => ({
  desks: mailboxesOf(caller),
  kinds: narrowed(orderTaskKinds, kind),
});
