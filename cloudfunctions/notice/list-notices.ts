import * as contract from '../../contract/notice';
import { mailboxesOf } from '../../domain/mailbox';
import { digestText } from '../../domain/notice';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as notices from '../store/notices';

const DEFAULT_LIMIT = 20;

const viewNotice = ({
  _id,
  kind,
  total = 0,
  text = digestText(total),
  at,
  read,
  wishId,
  orderId,
  postId,
  modelId,
  about,
  items,
}: notices.NoticeDoc): contract.Notice => ({
  id: _id,
  kind,
  text,
  at: at.toISOString(),
  read,
  ...defined({ wishId, orderId, postId, modelId, about, items }),
});

/** 通知: the caller's own mailboxes and those of the offices they hold, the newest first. */
export const listNotices = useCase(contract.list, async ({ cursor, limit = DEFAULT_LIMIT }, { caller }) => {
  const page = await notices.listPage(mailboxesOf(caller), cursor, limit);
  return { items: page.items.map(viewNotice), nextCursor: page.nextCursor };
});
