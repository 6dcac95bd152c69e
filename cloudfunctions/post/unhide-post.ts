import * as contract from '../../contract/post-judging';
import { judgingAs } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as postHiding from '../store/post-hiding';
import * as posts from '../store/posts';
import { getJudgedPost } from './get-judged-post';
import { judgedAlready } from './refuse-judged';
import { viewPost } from './view-posts';

/** 恢复显示: back into its feeds, with its points and outcomes. */
export const unhidePost = useCase(contract.unhide, async ({ id }, { caller, now, newId, host }) => {
  const post = await getJudgedPost(id, caller);
  const act = { now, by: caller.accountId, newId };
  const shown = await inTransaction((tx) => postHiding.show(post, judgingAs(caller), act, tx));
  if (!shown) throw judgedAlready('post', await posts.get(id));
  return viewPost(shown, caller, host);
});
