import * as contract from '../../contract/notice';
import { mailboxesOf } from '../../domain/mailbox';
import { useCase } from '../kit/use-case';
import * as notices from '../store/notices';

export const countUnread = useCase(contract.count, async (_input, { caller }) => ({
  unread: await notices.countUnread(mailboxesOf(caller)),
}));
