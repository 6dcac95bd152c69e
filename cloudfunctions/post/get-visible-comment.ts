import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { isOwnComment, judgesGroup } from '../../domain/post-judging';
import * as comments from '../store/post-comments';
import { getVisiblePost } from './get-visible-post';

/** Throws NOT_FOUND for what this caller does not read: a hidden one of somebody else, or one below a hidden post. */
export async function getVisibleComment(id: string, caller: Caller): Promise<comments.CommentDoc> {
  const comment = await comments.get(id);
  await getVisiblePost(comment.postId, caller);
  if (comment.status === 'published' || isOwnComment(comment, caller) || judgesGroup(comment.groupId, caller)) {
    return comment;
  }
  throw new DomainError('NOT_FOUND', { message: '这条评论已被隐藏，不能查看' });
}
