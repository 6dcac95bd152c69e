import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { isOwnComment, judgesGroup, mayJudgeComment } from '../../domain/post-judging';
import * as comments from '../store/post-comments';

/** The comment that the caller judges; throws FORBIDDEN for one's own, below one's own post, and another group's. */
export async function getJudgedComment(id: string, caller: Caller): Promise<comments.CommentDoc> {
  const comment = await comments.get(id);
  if (mayJudgeComment(comment, caller)) return comment;
  if (isOwnComment(comment, caller)) throw refused('不能处理自己的评论，可以删除');
  if (judgesGroup(comment.groupId, caller)) throw refused('不能处理自己晒单下的评论，请由其他联络员或主席团处理');
  throw refused('只能处理本小组晒单下的评论');
}

const refused = (message: string): DomainError => new DomainError('FORBIDDEN', { message });
