import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { maySeePost } from '../../domain/post';
import type { PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';

const gone = { published: '', hidden: '这条晒单已被隐藏，暂时不能查看', removed: '这条晒单已被发布人撤回' } as const;

/** Throws NOT_FOUND for a post that is not in the feed, except to those whom it concerns. */
export async function getVisiblePost(id: string, caller: Caller | null): Promise<PostDoc> {
  const post = await posts.get(id);
  if (!maySeePost(post, caller)) throw new DomainError('NOT_FOUND', { message: gone[post.status] });
  return post;
}
