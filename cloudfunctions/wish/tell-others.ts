import type { Caller } from '../../domain/caller';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import type { Told } from '../../domain/wish-timers';
import { addressBook, type AddressBook } from '../store/address-book';
import type { Tx } from '../store/database';
import * as notices from '../store/notices';
import type { WishDoc } from '../store/wish-doc';
import { noticeOf, toldOf } from '../store/wish-notices';

interface Act {
  caller: Caller;
  now: Date;
}

export const mailboxesOfHelpers = ({ helpers = [] }: Pick<WishDoc, 'helpers'>): Mailbox[] =>
  helpers.map(({ representativeId }) => mailbox.representative(representativeId));

export const mailboxesOfDepartments = ({ departmentIds = [] }: Pick<WishDoc, 'departmentIds'>): Mailbox[] =>
  departmentIds.map(mailbox.department);

/** Tells those who need to know what the caller has just done to a wish; the caller knows. */
export async function tellOthers(
  wish: WishDoc,
  told: readonly (Told | Mailbox[])[],
  text: string,
  { caller, now }: Act,
  tx: Tx,
): Promise<void> {
  const mailboxes = told.flatMap((one) => (typeof one === 'string' ? toldOf(wish, [one]) : one));
  const everybody = addressBook();
  const others: AddressBook = async (boxes) =>
    (await everybody(boxes)).filter((box) => box !== mailbox.account(caller.accountId));
  await notices.tell(mailboxes, noticeOf(wish, text), now, tx, others);
}
