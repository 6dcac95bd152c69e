/** Whom a notice is for and on whose desk a task lies: a person, those of a group who have an office, or an office. */
import { hasRole, type Caller } from './caller';

const kinds = ['account', 'representative', 'members', 'liaison', 'leader', 'presidium', 'department'] as const;
export type MailboxKind = (typeof kinds)[number];

/** 'account:…' | 'representative:…' | 'members:<group>' | 'liaison:<group>' | 'leader:<group>' | 'presidium' | 'department:…' */
export type Mailbox = string;

export const mailbox = {
  account: (id: string): Mailbox => `account:${id}`,
  representative: (id: string): Mailbox => `representative:${id}`,
  /** Every representative of the group. */
  members: (groupId: string): Mailbox => `members:${groupId}`,
  /** 组长 and 联络员 of the group. */
  liaison: (groupId: string): Mailbox => `liaison:${groupId}`,
  /** 组长 alone. */
  leader: (groupId: string): Mailbox => `leader:${groupId}`,
  presidium: (): Mailbox => 'presidium',
  department: (id: string): Mailbox => `department:${id}`,
} as const;

/** Whose mailbox it is; the presidium's has no id. */
export function ownerOf(box: Mailbox): { kind: MailboxKind; id: string } {
  const kind = kinds.find((known) => box === known || box.startsWith(`${known}:`));
  if (!kind) throw new Error(`${box} is no mailbox`);
  return { kind, id: box.slice(kind.length + 1) };
}

/** The mailboxes that this caller opens. */
export function mailboxesOf(caller: Caller): Mailbox[] {
  const { accountId, representativeId, groupId, departmentId, position } = caller;
  const boxes = [mailbox.account(accountId)];
  if (representativeId !== undefined) boxes.push(mailbox.representative(representativeId));
  if (groupId !== undefined) boxes.push(mailbox.members(groupId));
  if (groupId !== undefined && hasRole(caller, 'liaison')) boxes.push(mailbox.liaison(groupId));
  if (groupId !== undefined && position === 'leader') boxes.push(mailbox.leader(groupId));
  if (hasRole(caller, 'presidium')) boxes.push(mailbox.presidium());
  if (departmentId !== undefined && hasRole(caller, 'department')) boxes.push(mailbox.department(departmentId));
  return boxes;
}
