/**
 * notices: the inbox. An event makes one document for each person, thing and day; the clock's reminders make one digest
 * for each person and day. A thing (wish, post, 典型代表) that has come up today in either is said there again, not anew.
 */
import { kindOf, subjectOf, type DigestItem, type NoticeKind } from '../../domain/notice';
import type { Mailbox } from '../../domain/mailbox';
import { MOST_COUNTED } from '../../domain/most-counted';
import { shanghaiDay } from '../../domain/time';
import { addressBook, type AddressBook } from './address-book';
import { after, pageFrom, type Page } from './cursor';
import { collection, type Tx } from './database';

export interface NoticeDoc {
  /** '<mailbox>|<thing>|<day>', or '<mailbox>|digest|<day>'. */
  _id: string;
  mailbox: Mailbox;
  kind: NoticeKind;
  at: Date;
  /** None for a digest, which says how much it holds. */
  text?: string;
  wishId?: string;
  orderId?: string;
  postId?: string;
  modelId?: string;
  about?: string;
  /** A digest's lines; beyond the first hundred only counted. */
  items?: DigestItem[];
  total?: number;
  /** As it stands: what is said in its place makes it unread. */
  read: boolean;
  /** Until the host's channel has been asked to tell of it. */
  toSend?: true;
}

const MOST_ITEMS = 100;

export const notices = collection<NoticeDoc>('notices', [
  { key: { mailbox: 1, at: -1, _id: -1 }, name: 'mailbox' },
  { key: { mailbox: 1, read: 1, at: -1 }, name: 'unread' },
  { key: { toSend: 1 }, name: 'toSend', sparse: true },
]);

const ids = (mailbox: Mailbox, notice: DigestItem, at: Date) => {
  const day = shanghaiDay(at);
  return { event: `${mailbox}|${subjectOf(notice).id}|${day}`, digest: `${mailbox}|digest|${day}` };
};

const unread = (at: Date) => ({ at, read: false, toSend: true }) as const;

/** Says it where today's digest already speaks of the thing; false when it does not. */
async function sayInDigest(digest: string, notice: DigestItem, at: Date, tx: Tx): Promise<boolean> {
  const { field, id } = subjectOf(notice);
  const said = { $set: { 'items.$.text': notice.text, ...unread(at) } };
  const { matchedCount } = await (
    await notices()
  ).updateOne({ _id: digest, [`items.${field}`]: id }, said, { session: tx });
  return matchedCount === 1;
}

/** Tells those behind each mailbox of what happened, in the transaction of what happened. */
export async function tell(
  mailboxes: readonly Mailbox[],
  notice: DigestItem,
  at: Date,
  tx: Tx,
  book: AddressBook = addressBook(),
): Promise<void> {
  const all = await notices();
  for (const mailbox of await book(mailboxes)) {
    const { event, digest } = ids(mailbox, notice, at);
    if (await sayInDigest(digest, notice, at, tx)) continue;
    const { field, id } = subjectOf(notice);
    const { orderId, text } = notice;
    await all.updateOne(
      { _id: event },
      {
        $set: { text, ...unread(at), ...(orderId === undefined ? {} : { orderId }) },
        $setOnInsert: { mailbox, kind: kindOf(notice), [field]: id },
      },
      { upsert: true, session: tx },
    );
  }
}

/** A line of today's digest, in the transaction of the timer's step; said in place where the thing came up today. */
export async function remind(
  mailboxes: readonly Mailbox[],
  notice: DigestItem,
  at: Date,
  tx: Tx,
  book: AddressBook = addressBook(),
): Promise<void> {
  const all = await notices();
  for (const mailbox of await book(mailboxes)) {
    const { event, digest } = ids(mailbox, notice, at);
    const said = { $set: { text: notice.text, ...unread(at) } };
    const { matchedCount } = await all.updateOne({ _id: event }, said, { session: tx });
    if (matchedCount === 1 || (await addToDigest(digest, notice, at, tx))) continue;
    if (await sayInDigest(digest, notice, at, tx)) continue;
    await all.insertOne(
      { _id: digest, mailbox, kind: 'digest', items: [notice], total: 1, ...unread(at) },
      { session: tx },
    );
  }
}

/** A new line where there is a digest that does not speak of the thing; false when there is none such. */
async function addToDigest(digest: string, notice: DigestItem, at: Date, tx: Tx): Promise<boolean> {
  const { field, id } = subjectOf(notice);
  const { matchedCount } = await (
    await notices()
  ).updateOne(
    { _id: digest, [`items.${field}`]: { $ne: id } },
    { $push: { items: { $each: [notice], $slice: MOST_ITEMS } }, $inc: { total: 1 }, $set: unread(at) },
    { session: tx },
  );
  return matchedCount === 1;
}

/** A page of all these mailboxes, the newest first. */
export async function listPage(
  mailboxes: readonly Mailbox[],
  cursor: string | undefined,
  limit: number,
): Promise<Page<NoticeDoc>> {
  const all = await notices();
  // One read by index for each mailbox: a person opens at most seven.
  const pages = await Promise.all(
    mailboxes.map((mailbox) =>
      all
        .find({ mailbox, ...after<NoticeDoc>('at', cursor) })
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .toArray(),
    ),
  );
  const newest = (a: NoticeDoc, b: NoticeDoc): number =>
    b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : a._id > b._id ? -1 : 0);
  return pageFrom(
    pages
      .flat()
      .sort(newest)
      .slice(0, limit + 1),
    limit,
    ({ at, _id }) => ({ at, id: _id }),
  );
}

export async function countUnread(mailboxes: readonly Mailbox[]): Promise<number> {
  const ofThese = { mailbox: { $in: [...mailboxes] }, read: false };
  return (await notices()).countDocuments(ofThese, { limit: MOST_COUNTED });
}

/** Marks those named as read, or all; what lies in other mailboxes stays as it is. */
export async function markRead(mailboxes: readonly Mailbox[], ids: readonly string[] | undefined): Promise<void> {
  const ofThese = { mailbox: { $in: [...mailboxes] }, read: false, ...(ids ? { _id: { $in: [...ids] } } : {}) };
  await (await notices()).updateMany(ofThese, { $set: { read: true } });
}
