import * as contract from '../../contract/post-sharing';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as groupOpens from '../store/group-opens';
import * as posts from '../store/posts';
import { groupKeyOf } from './group-key';

/** From a group's card into the app. With a post it says since when that group has known it: 已晒到本群. */
export const enterGroup = useCase(contract.enterGroup, async ({ ticket, id }, { now, host }) => {
  const group = await host.groupOf(ticket);
  if (group === null)
    throw new DomainError('INVALID_INPUT', { details: { ticket: '没有认出是哪个群，请从群里的卡片打开' } });
  const groupKey = groupKeyOf(host, group);
  const post = id === undefined ? null : await posts.get(id);
  const open = post?.status === 'published' ? await groupOpens.recordOnce(groupKey, post, now) : null;
  if (!open) return { groupKey, isFirst: false };
  return { groupKey, shownAt: open.at.toISOString(), isFirst: open.isFirst };
});
