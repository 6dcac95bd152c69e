import * as contract from '../../contract/post';
import { actingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { isOwnPost } from '../../domain/post';
import { useCase, type Context } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import { withdrawFeatured } from '../store/featured-points';
import * as pointsBook from '../store/points-book';
import * as comments from '../store/post-comments';
import type { PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';

/** Takes one's own post back, with what it counted and earned. Doing so again changes nothing more. */
export const removePost = useCase(contract.remove, async ({ id }, context) => {
  const post = await posts.get(id);
  if (!isOwnPost(post, context.caller)) throw new DomainError('FORBIDDEN', { message: '只能撤回自己的晒单' });
  await inTransaction(async (tx) => {
    // What is hidden counts and earns nothing any more.
    if (await posts.removeIfPublished(post, tx)) await takeBack(post, context, tx);
    else await posts.removeIfHidden(post, tx);
    await comments.leaveQueue(id, tx);
  });
  return {};
});

async function takeBack(post: PostDoc, { caller, now, newId }: Context, tx: Tx): Promise<void> {
  const { _id: id, representativeId, wish, featuredAt } = post;
  const act = { newId, now, accountId: caller.accountId, who: actingAs('representative', caller) };
  if (featuredAt) await withdrawFeatured(post, '晒单已撤回', act, tx);
  if (wish) {
    if (post.outcomes.length > 0) await wishes.setPostOutcomes(wish.id, id, [], tx);
    return;
  }
  await pointsBook.reverseOnce(
    { rule: 'S1', representativeId, ref: { kind: 'post', id } },
    { id: newId(), at: now, reason: '晒单已撤回', by: caller.accountId },
    tx,
  );
}
