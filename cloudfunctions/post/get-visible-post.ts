import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { isOwnPost } from '../../domain/post';
import * as posts from '../store/posts';

/** Throws NOT_FOUND for a post that was taken back, except to the one whose it is. */
export async function getVisiblePost(id: string, caller: Caller | null): Promise<posts.PostDoc> {
  const post = await posts.get(id);
  if (post.status === 'removed' && !isOwnPost(post, caller)) {
    throw new DomainError('NOT_FOUND', { message: '这条晒单已被发布人撤回' });
  }
  return post;
}
