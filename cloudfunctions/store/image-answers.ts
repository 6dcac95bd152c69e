/** What follows from the answer of an image check, once: whichever of two deliveries, or the clock, comes first. */
import { imageHint, rejectedText } from '../../domain/image-check';
import { CONTENT_CHECK, type PostStatus } from '../../domain/post';
import { inTransaction, type Tx } from './database';
import * as imageChecks from './image-checks';
import * as judgingQueue from './judging-queue';
import { queuesOf, type PostDoc } from './post-doc';
import * as postHiding from './post-hiding';
import { posts } from './posts';

/** A rejected photo hides its post, whoever has looked at it before; what a check cannot decide a person looks at. */
export async function settle(
  check: imageChecks.ImageCheckDoc,
  { answer, reason }: imageChecks.KeptAnswer,
  act: postHiding.Act,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await imageChecks.answerOnce(check, answer, tx))) return false;
    const post = await (await posts()).findOne({ _id: check.postId }, { session: tx });
    if (!post) return true;
    const place = post.photos.indexOf(check.mediaId) + 1;
    if (answer === 'reject') {
      const hidden = { reason: rejectedText(place), who: CONTENT_CHECK, automatic: true, at: act.now };
      if (await postHiding.hide(post, hidden, act, tx)) return true;
    }
    // What is hidden for another reason must not come back before somebody has seen this one.
    const states: PostStatus[] = answer === 'reject' ? ['published', 'hidden'] : ['published'];
    if (answer !== 'pass') await lookAt(post, imageHint(answer, place, reason), { since: act.now, states }, tx);
    return true;
  });
}

interface Look {
  since: Date;
  states: readonly PostStatus[];
}

async function lookAt({ _id, groupId }: PostDoc, hint: string | null, { since, states }: Look, tx: Tx): Promise<void> {
  const kind = hint === null ? 'fresh' : 'hinted';
  const hints = hint === null ? [] : [{ word: hint }];
  await judgingQueue.enqueue({ of: 'post', id: _id }, { in: queuesOf(groupId), kind, since, hints }, tx, states);
}
