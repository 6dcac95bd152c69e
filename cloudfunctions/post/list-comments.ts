import * as contract from '../../contract/post';
import { judgesGroup } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import * as comments from '../store/post-comments';
import { getVisiblePost } from './get-visible-post';
import { viewComment } from './view-comments';

const PAGE = 20;

/** What is said below a post, the oldest first. */
export const listComments = useCase(contract.comments, async ({ id, cursor, limit = PAGE }, { caller }) => {
  const post = await getVisiblePost(id, caller);
  const reader = { accountId: caller?.accountId, seesHidden: judgesGroup(post.groupId, caller) };
  const { items, nextCursor } = await comments.listPage(id, reader, cursor, limit);
  return { items: items.map((comment) => viewComment(comment, caller)), nextCursor };
});
