import type { Context } from '../kit/use-case';
import type { ImageVerdict } from '../host/host';
import * as imageAnswers from '../store/image-answers';
import * as imageChecks from '../store/image-checks';
import * as media from '../store/media';
import type { PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';

/** Asks the host about each photo of a post that has just been published; answers the post as it then is. */
export async function checkImages(
  post: PostDoc,
  { host, now, newId }: Pick<Context, 'host' | 'now' | 'newId'>,
): Promise<PostDoc> {
  const checks = await imageChecks.listOf(post);
  const ask = async ({ mediaId, postId }: imageChecks.ImageCheckDoc): Promise<ImageVerdict | null> => {
    try {
      return await host.checkImage(media.imageKey(mediaId, 1600));
    } catch (error) {
      // The post stands; the clock brings a photo without an answer before a person.
      host.log('error', {
        check: 'image',
        postId,
        mediaId,
        error: error instanceof Error ? error.stack : String(error),
      });
      return null;
    }
  };
  const verdicts = await Promise.all(checks.map(ask));
  for (const [index, check] of checks.entries()) {
    const verdict = verdicts[index];
    if (!verdict) continue;
    const answer = 'waits' in verdict ? await imageChecks.waitFor(check, verdict.waits) : answerOf(verdict);
    if (answer) await imageAnswers.settle(check, answer, { now, by: 'system', newId });
  }
  return posts.get(post._id);
}

const answerOf = ({ verdict, reason }: Exclude<ImageVerdict, { waits: string }>): imageChecks.KeptAnswer => ({
  answer: verdict,
  ...(reason === undefined ? {} : { reason }),
});
