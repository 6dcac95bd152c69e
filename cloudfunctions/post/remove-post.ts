import * as contract from '../../contract/post';
import { DomainError } from '../../domain/errors';
import { isOwnPost } from '../../domain/post';
import { useCase } from '../kit/use-case';
import * as pointsEntries from '../store/points-entries';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';

/** Takes one's own post back, with what it counted and earned. Doing so again changes nothing more. */
export const removePost = useCase(contract.remove, async ({ id }, { caller, now, newId }) => {
  const post = await posts.get(id);
  if (!isOwnPost(post, caller)) throw new DomainError('FORBIDDEN', { message: '只能撤回自己的晒单' });
  const { representativeId, wish } = post;
  await posts.removeIfPublished(post, async (tx) => {
    if (wish) {
      if (post.outcomes.length > 0) await wishes.setPostOutcomes(wish.id, id, [], tx);
      return;
    }
    await pointsEntries.reverseOnce(
      { rule: 'S1', representativeId, ref: { kind: 'post', id } },
      { id: newId(), at: now, reason: '晒单已撤回', by: caller.accountId },
      tx,
    );
  });
  return {};
});
