import * as contract from '../../contract/post-judging';
import { DomainError } from '../../domain/errors';
import { isOwnPost } from '../../domain/post';
import { useCase } from '../kit/use-case';
import { getVisiblePost } from './get-visible-post';
import { judgedAlready } from './refuse-judged';
import { refusePaused } from './refuse-paused';
import { reportThing } from './report-thing';
import { viewPost } from './view-posts';

/** 举报 a post: those who judge it see the reason, and never by whom. */
export const reportPost = useCase(contract.report, async ({ id, reason }, { caller, now, host }) => {
  const post = await getVisiblePost(id, caller);
  if (isOwnPost(post, caller)) throw new DomainError('FORBIDDEN', { message: '不能举报自己的晒单，可以撤回' });
  await refusePaused('report', caller.accountId, now);
  const report = { accountId: caller.accountId, reason, at: now };
  const stands = await reportThing({ of: 'post', id }, report, post.groupId);
  const after = await getVisiblePost(id, caller);
  if (!stands) throw judgedAlready('post', after);
  return viewPost(after, caller, host);
});
