import * as contract from '../../contract/post';
import { actingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { mayFeature } from '../../domain/post';
import { useCase } from '../kit/use-case';
import { proposeFeatured, withdrawFeatured } from '../store/featured-points';
import * as posts from '../store/posts';
import { getVisiblePost } from './get-visible-post';
import { viewPost } from './view-posts';

/** 精选, on or off: the presidium's choice, and never of one's own. */
export const featurePost = useCase(contract.feature, async ({ id, on }, { caller, now, newId, host }) => {
  const post = await getVisiblePost(id, caller);
  if (!mayFeature(post, caller)) throw new DomainError('FORBIDDEN', { message: '不能精选自己的晒单' });
  const act = { newId, now, accountId: caller.accountId, who: actingAs('presidium', caller) };
  const featured = await posts.setFeatured(post, on ? now : null, (after, tx) =>
    on ? proposeFeatured(after, act, tx) : withdrawFeatured(after, '取消精选', act, tx),
  );
  if (!featured) throw new DomainError('WRONG_STATE', { message: '这条晒单没有在展示，不能精选' });
  return viewPost(featured, caller, host);
});
