import * as contract from '../../contract/post';
import { DomainError } from '../../domain/errors';
import { isOwnPost } from '../../domain/post';
import { useCase } from '../kit/use-case';
import * as posts from '../store/posts';
import { getVisiblePost } from './get-visible-post';
import { viewPost } from './view-posts';

/** 感谢: one from each account, on or off; never for one's own deed. */
export const thankPost = useCase(contract.thank, async ({ id, on = true }, { caller, now, host }) => {
  const post = await getVisiblePost(id, caller);
  if (isOwnPost(post, caller)) throw new DomainError('FORBIDDEN', { message: '不能给自己的晒单点感谢' });
  if (post.status !== 'published') throw new DomainError('WRONG_STATE', { message: '这条晒单没有在展示，不能点感谢' });
  await posts.setThanks(id, caller.accountId, on, now);
  return viewPost(await getVisiblePost(id, caller), caller, host);
});
