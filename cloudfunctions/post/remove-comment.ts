import * as contract from '../../contract/post';
import { DomainError } from '../../domain/errors';
import { isOwnComment } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import * as comments from '../store/post-comments';

/** Takes one's own comment back; doing so again changes nothing more. */
export const removeComment = useCase(contract.removeComment, async ({ commentId }, { caller }) => {
  const comment = await comments.getEver(commentId);
  if (!isOwnComment(comment, caller)) throw new DomainError('FORBIDDEN', { message: '只能删除自己的评论' });
  await comments.removeOnce(comment);
  return {};
});
