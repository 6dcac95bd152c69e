import * as contract from '../../contract/notice';
import { mailboxesOf } from '../../domain/mailbox';
import { useCase } from '../kit/use-case';
import * as notices from '../store/notices';

/** Marks one's own as read; ids of other people's are passed over. */
export const readNotices = useCase(contract.read, async ({ ids }, { caller }) => {
  const mailboxes = mailboxesOf(caller);
  await notices.markRead(mailboxes, ids);
  return { unread: await notices.countUnread(mailboxes) };
});
