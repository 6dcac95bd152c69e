import { orderRoleLabels } from '../../domain/labels';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { chineseDate } from '../../domain/time';
import type { Tx } from '../store/database';
import * as notices from '../store/notices';
import { orderNotice, type OrderDoc } from '../store/orders';

/** Tells these mailboxes of an order, under its wish. */
export const tellAbout = (
  mailboxes: readonly Mailbox[],
  order: OrderDoc,
  text: string,
  at: Date,
  tx: Tx,
): Promise<void> => notices.tell(mailboxes, orderNotice(order, text), at, tx);

export const departmentOf = ({ departmentId }: Pick<OrderDoc, 'departmentId'>): Mailbox[] => [
  mailbox.department(departmentId),
];

/** Those who give and rate orders; the wish's 跟踪代表 rates too. */
export const judgesOf = ({ claimerId }: Pick<OrderDoc, 'claimerId'>): Mailbox[] => [
  mailbox.presidium(),
  ...(claimerId === undefined ? [] : [mailbox.representative(claimerId)]),
];

/** To the department: what it got, and by when. */
export function tellIssued(order: OrderDoc, department: string, tx: Tx): Promise<void> {
  const { role, signBy, dueAt, issuedAt } = order;
  const terms = `${chineseDate(signBy)}前签收，${chineseDate(dueAt)}前答复`;
  return tellAbout(departmentOf(order), order, `交${department}${orderRoleLabels[role]}，请在${terms}`, issuedAt, tx);
}
