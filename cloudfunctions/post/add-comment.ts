import * as contract from '../../contract/post';
import { findSpots } from '../../domain/caption';
import { commenterName } from '../../domain/post-judging';
import { isMinors } from '../../domain/wish-privacy';
import { judgeText, type TextCheck } from '../kit/check-text';
import { openContact } from '../kit/contact';
import { refuseSpots } from '../kit/refuse-spots';
import { useCase } from '../kit/use-case';
import * as comments from '../store/post-comments';
import type { CommentDoc } from '../store/post-comments';
import { queuesOf, type PostDoc, type QueueEntry } from '../store/post-doc';
import { getVisiblePost } from './get-visible-post';
import { linkedWishes } from './linked-wishes';
import { readableFor } from './readable-wish';
import { judgedAlready } from './refuse-judged';
import { refusePaused } from './refuse-paused';
import { viewComment } from './view-comments';

/** 评论 below a published post. The same clientToken again answers the same comment. */
export const addComment = useCase(contract.comment, async ({ id, text, clientToken }, { caller, now, newId, host }) => {
  const earlier = await comments.findByClientToken(caller.accountId, clientToken);
  if (earlier) return { comment: viewComment(earlier, caller) };
  const post = await getVisiblePost(id, caller);
  if (post.status !== 'published') throw judgedAlready('post', post);
  await refusePaused('comment', caller.accountId, now);
  await comments.checkRate(caller.accountId, now);
  const wish = (await linkedWishes([post]))(post);
  const minorName = wish && isMinors(wish) ? openContact(host, wish).name : undefined;
  // The refusal would tell whoever tries one name after the other, as fast as a program can, which is the child's.
  if (minorName !== undefined && findSpots(text, { minorName }).length > 0) {
    await comments.countTry(caller.accountId, now);
  }
  refuseSpots(text, { minorName });
  const check = await judgeText(host, text);
  const { accountId, representativeId } = caller;
  const comment = await comments.insertOnce({
    _id: newId(),
    postId: id,
    groupId: post.groupId,
    authorId: post.representativeId,
    status: 'published',
    ...readableBy(text, wish && readableFor(wish, host)),
    accountId,
    ...(representativeId === undefined ? {} : { representativeId }),
    who: commenterName(caller),
    at: now,
    ...queued(post, check, now),
    clientToken,
  });
  if (!comment) throw judgedAlready('post', await getVisiblePost(id, caller));
  return { comment: viewComment(comment, caller) };
});

/** A reader who does not know the wisher learns nothing of who that is from what others say there. */
function readableBy(
  text: string,
  readable = (written: string): string => written,
): Pick<CommentDoc, 'text' | 'publicText'> {
  const publicText = readable(text);
  return publicText === text ? { text } : { text, publicText };
}

/** What a check has passed nobody needs to look at, until somebody reports it. */
function queued({ groupId }: PostDoc, { isForPerson, hints }: TextCheck, since: Date): { queue?: QueueEntry } {
  if (!isForPerson) return {};
  return { queue: { in: queuesOf(groupId), kind: hints.length > 0 ? 'hinted' : 'fresh', since, hints } };
}
