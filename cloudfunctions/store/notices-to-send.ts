/** What the host's channel has not been asked to tell of yet. */
import type { Mailbox } from '../../domain/mailbox';
import { MOST_COUNTED } from '../../domain/most-counted';
import { notices, type NoticeDoc } from './notices';

export type ToSend = Pick<NoticeDoc, '_id' | 'mailbox' | 'at'>;

export async function listToSend(limit: number): Promise<ToSend[]> {
  return (await notices()).find({ toSend: true }).limit(limit).project<ToSend>({ mailbox: 1, at: 1 }).toArray();
}

/** Not what was said in its place in the meantime: that is looked at again. */
export async function markSent({ _id, at }: ToSend): Promise<void> {
  await (await notices()).updateOne({ _id, at }, { $unset: { toSend: '' } });
}

/** How many things the mailbox's unread notices since `from` speak of. */
export async function countWaiting(mailbox: Mailbox, from: Date): Promise<number> {
  const found = await (
    await notices()
  )
    .find({ mailbox, read: false, at: { $gte: from } })
    .limit(MOST_COUNTED)
    .project<Pick<NoticeDoc, 'total'>>({ total: 1 })
    .toArray();
  return found.reduce((sum, { total = 1 }) => sum + total, 0);
}
