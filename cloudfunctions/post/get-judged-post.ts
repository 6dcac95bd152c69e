import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { isOwnPost, mayJudge } from '../../domain/post';
import type { PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';

/** The post that the caller judges; throws FORBIDDEN for one's own and another group's. */
export async function getJudgedPost(id: string, caller: Caller): Promise<PostDoc> {
  const post = await posts.get(id);
  if (isOwnPost(post, caller))
    throw new DomainError('FORBIDDEN', { message: '不能处理自己的晒单，请由其他联络员或主席团处理' });
  if (!mayJudge(post, caller)) throw new DomainError('FORBIDDEN', { message: '只能处理本小组的晒单' });
  return post;
}
