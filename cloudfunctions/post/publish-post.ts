import type { z } from 'zod';
import * as contract from '../../contract/post';
import { outcomeFromShape } from '../../contract/shapes';
import type { Caller } from '../../domain/caller';
import { POSTED_TENTHS } from '../../domain/points';
import { checkLink } from '../../domain/post';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as media from '../store/media';
import * as pointsEntries from '../store/points-entries';
import { listedOf, type PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';
import * as representatives from '../store/representatives';
import { asWish, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refusePrivateNumbers } from './refuse-private-numbers';
import { viewPost } from './view-posts';

type Publication = z.output<typeof contract.publish.input>;

const LABEL_CHARACTERS = 20;

/** 晒单: with a wish its outcomes count there; alone it counts by itself and earns S1. The same clientToken publishes once. */
export const publishPost = useCase(contract.publish, async (input, context) => {
  const { caller, host } = context;
  const earlier = await posts.findByClientToken(caller.accountId, input.clientToken);
  if (earlier) return viewPost(earlier, caller, host);
  refusePrivateNumbers(input.text);
  const wish = input.wishId === undefined ? undefined : await linkedWish(input.wishId, caller);
  await media.checkPhotos(input.photos, caller.accountId);
  await checkText(host, input.text);
  const post = await newPost(input, wish, context);
  const published = await posts.insertOnce(post, async (tx) => {
    await media.markUsed(post.photos, tx);
    await (post.wish ? countOnWish(post.wish.id, post, tx) : payPost(post, context, tx));
  });
  return viewPost(published, caller, host);
});

async function linkedWish(id: string, caller: Caller): Promise<WishDoc> {
  const wish = await wishes.get(id);
  checkLink(asWish(wish), caller);
  return wish;
}

async function newPost(input: Publication, wish: WishDoc | undefined, context: Context): Promise<PostDoc> {
  const { text, photos, pairs, people, outcomes = [], clientToken } = input;
  const { caller, now, newId } = context;
  const { _id: representativeId, name, groupId } = await representatives.get(caller.representativeId ?? '');
  const post = {
    ...defined({ people, pairs, village: wish?.village ?? input.village, category: wish?.category ?? input.category }),
    status: 'published',
    representativeId,
    groupId,
  } as const;
  return {
    ...post,
    _id: newId(),
    text,
    photos,
    representative: name,
    accountId: caller.accountId,
    at: now,
    outcomes: outcomes.map(outcomeFromShape),
    ...(wish ? { wish: { id: wish._id, code: wish.code, village: wish.village, content: wish.content } } : {}),
    thanks: 0,
    listed: listedOf(post),
    clientToken,
  };
}

/** In the post's transaction, so that a deed is never counted for a post that is not there. */
async function countOnWish(wishId: string, post: PostDoc, tx: Tx): Promise<void> {
  if (post.outcomes.length > 0) await wishes.setPostOutcomes(wishId, post._id, post.outcomes, tx);
}

async function payPost(post: PostDoc, { caller, newId }: Context, tx: Tx): Promise<void> {
  const label = [...post.text].slice(0, LABEL_CHARACTERS).join('');
  await pointsEntries.payOnce(
    {
      id: newId(),
      rule: 'S1',
      representativeId: post.representativeId,
      groupId: post.groupId,
      tenths: POSTED_TENTHS,
      at: post.at,
      ref: { kind: 'post', id: post._id, label },
      reason: '发布独立晒单',
      by: caller.accountId,
    },
    tx,
  );
}
