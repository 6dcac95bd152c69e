import * as contract from '../../contract/post-judging';
import { judgingAs } from '../../domain/post-judging';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as postHiding from '../store/post-hiding';
import * as posts from '../store/posts';
import { getJudgedPost } from './get-judged-post';
import { judgedAlready } from './refuse-judged';
import { viewPost } from './view-posts';

/** 隐藏, with a reason that its author reads. What a check has hidden is thereby confirmed, and leaves the queue. */
export const hidePost = useCase(contract.hide, async ({ id, reason }, { caller, now, newId, host }) => {
  const post = await getJudgedPost(id, caller);
  await checkText(host, reason);
  const because = { reason, who: judgingAs(caller), automatic: false, at: now };
  const act = { now, by: caller.accountId, newId };
  const hidden = await inTransaction(
    async (tx) => (await postHiding.hide(post, because, act, tx)) ?? (await postHiding.confirm(post, because, act, tx)),
  );
  if (!hidden) throw judgedAlready('post', await posts.get(id));
  return viewPost(hidden, caller, host);
});
