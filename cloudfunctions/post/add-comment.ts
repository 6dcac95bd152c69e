import * as contract from '../../contract/post';
import { commenterName } from '../../domain/post-judging';
import { isMinors } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { judgeText, type TextCheck } from '../kit/check-text';
import { openContact } from '../kit/contact';
import { useCase } from '../kit/use-case';
import * as comments from '../store/post-comments';
import { queuesOf, type PostDoc, type QueueEntry } from '../store/post-doc';
import * as posts from '../store/posts';
import { getVisiblePost } from './get-visible-post';
import { linkedWishes } from './linked-wishes';
import { judgedAlready } from './refuse-judged';
import { refusePaused } from './refuse-paused';
import { refusePrivateNumbers } from './refuse-private-numbers';
import { viewComment } from './view-comments';

/** 评论 below a published post. The same clientToken again answers the same comment. */
export const addComment = useCase(contract.comment, async ({ id, text, clientToken }, { caller, now, newId, host }) => {
  const earlier = await comments.findByClientToken(caller.accountId, clientToken);
  if (earlier) return { comment: viewComment(earlier, caller) };
  const post = await getVisiblePost(id, caller);
  if (post.status !== 'published') throw judgedAlready('post', post);
  await refusePaused('comment', caller.accountId, now);
  refusePrivateNumbers(text, await minorNameBehind(post, host));
  await comments.checkRate(caller.accountId, now);
  const check = await judgeText(host, text);
  const { accountId, representativeId } = caller;
  const comment = await comments.insertOnce({
    _id: newId(),
    postId: id,
    groupId: post.groupId,
    authorId: post.representativeId,
    status: 'published',
    text,
    accountId,
    ...(representativeId === undefined ? {} : { representativeId }),
    who: commenterName(caller),
    at: now,
    ...queued(post, check, now),
    clientToken,
  });
  if (!comment) throw judgedAlready('post', await posts.get(id));
  return { comment: viewComment(comment, caller) };
});

/** The name of the child whom the linked wish is about. */
async function minorNameBehind(post: PostDoc, host: Host): Promise<string | undefined> {
  const wish = (await linkedWishes([post]))(post);
  return wish && isMinors(wish) ? openContact(host, wish).name : undefined;
}

/** What a check has passed nobody needs to look at, until somebody reports it. */
function queued({ groupId }: PostDoc, { isForPerson, hints }: TextCheck, since: Date): { queue?: QueueEntry } {
  if (!isForPerson) return {};
  return { queue: { in: queuesOf(groupId), kind: hints.length > 0 ? 'hinted' : 'fresh', since, hints } };
}
