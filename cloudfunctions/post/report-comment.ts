import * as contract from '../../contract/post-judging';
import { DomainError } from '../../domain/errors';
import { isOwnComment } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import { getVisibleComment } from './get-visible-comment';
import { judgedAlready } from './refuse-judged';
import { refusePaused } from './refuse-paused';
import { reportThing } from './report-thing';
import { viewComment } from './view-comments';

/** 举报 a comment. */
export const reportComment = useCase(contract.reportComment, async ({ commentId, reason }, { caller, now }) => {
  const comment = await getVisibleComment(commentId, caller);
  if (isOwnComment(comment, caller)) throw new DomainError('FORBIDDEN', { message: '不能举报自己的评论，可以删除' });
  await refusePaused('report', caller.accountId, now);
  const report = { accountId: caller.accountId, reason, at: now };
  const stands = await reportThing({ of: 'comment', id: commentId }, report, comment.groupId);
  const after = await getVisibleComment(commentId, caller);
  if (!stands) throw judgedAlready('comment', after);
  return { comment: viewComment(after, caller) };
});
