import type { z } from 'zod';
import * as contract from '../../contract/post';
import { outcomeFromShape } from '../../contract/shapes';
import type { Caller } from '../../domain/caller';
import { checkLink } from '../../domain/post';
import { checkPairs } from '../../domain/post-pairs';
import { isMinors } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { checkText, type Hint } from '../kit/check-text';
import { openContact } from '../kit/contact';
import { defined } from '../kit/defined';
import { refuseSpots } from '../kit/refuse-spots';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import type { Tx } from '../store/database';
import * as groups from '../store/groups';
import * as imageChecks from '../store/image-checks';
import * as media from '../store/media';
import * as pointsBook from '../store/points-book';
import { listedOf, queuesOf, type PostDoc, type QueueEntry } from '../store/post-doc';
import * as posts from '../store/posts';
import * as representatives from '../store/representatives';
import { asWish, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { checkImages } from './check-images';
import { readableFor } from './readable-wish';
import { refusePaused } from './refuse-paused';
import { viewPost } from './view-posts';

type Publication = z.output<typeof contract.publish.input>;
type Checked = Publication & { hints: Hint[] };

const LABEL_CHARACTERS = 20;

/** 晒单: with a wish its outcomes count there; alone it counts by itself and earns S1. The same clientToken publishes once. */
export const publishPost = useCase(contract.publish, async (input, context) => {
  const { caller, host } = context;
  const earlier = await posts.findByClientToken(caller.accountId, input.clientToken);
  if (earlier) return viewPost(earlier, caller, host);
  await refusePaused('post', caller.accountId, context.now);
  const wish = input.wishId === undefined ? undefined : await linkedWish(input.wishId, caller);
  refuseSpots(input.text, { minorName: wish && minorName(wish, host) });
  checkPairs(input.photos, input.pairs ?? []);
  if (!wish && input.village !== undefined) await groups.getByVillage(input.village);
  await media.checkPhotos(input.photos, caller.accountId);
  const hints = await checkText(host, input.text);
  const campaignId = await filedUnder(input, wish, context.now);
  const post = { ...(await newPost({ ...input, hints }, wish, context)), ...defined({ campaignId }) };
  const published = await posts.insertOnce(post, async (tx) => {
    await media.markUsed(post.photos, tx);
    await imageChecks.plan(post, tx);
    await (wish ? countOnWish(wish._id, post, caller, tx) : payPost(post, context, tx));
  });
  // Of two at once with one token, the one that published asks.
  return viewPost(published._id === post._id ? await checkImages(published, context) : published, caller, host);
});

async function linkedWish(id: string, caller: Caller): Promise<WishDoc> {
  const wish = await wishes.get(id);
  checkLink(asWish(wish), caller);
  return wish;
}

/** What is about a wish goes with it, unless its author says otherwise. */
async function filedUnder(
  { campaignId }: Pick<Publication, 'campaignId'>,
  wish: WishDoc | undefined,
  now: Date,
): Promise<string | undefined> {
  if (campaignId === undefined && wish?.campaignId !== undefined) return wish.campaignId;
  return campaigns.filedUnder(campaignId, now);
}

const minorName = (wish: WishDoc, host: Host): string | undefined =>
  isMinors(wish) ? openContact(host, wish).name : undefined;

/** Nothing where those who do not deal with the wish may read the text as it is. */
function readableByAll(text: string, wish: WishDoc | undefined, host: Host): { publicText?: string } {
  const readable = wish ? readableFor(wish, host)(text) : text;
  return readable === text ? {} : { publicText: readable };
}

/** Somebody looks at every post: at those first in which a check found something. */
const queueFor = (groupId: string, hints: Hint[], since: Date): QueueEntry => ({
  in: queuesOf(groupId),
  kind: hints.length > 0 ? 'hinted' : 'fresh',
  since,
  hints,
});

async function newPost(input: Checked, wish: WishDoc | undefined, context: Context): Promise<PostDoc> {
  const { text, photos, pairs, people, outcomes = [], clientToken, hints } = input;
  const { caller, now, newId, host } = context;
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
    ...readableByAll(text, wish, host),
    photos,
    representative: name,
    accountId: caller.accountId,
    at: now,
    outcomes: outcomes.map(outcomeFromShape),
    ...(wish ? { wish: { id: wish._id, code: wish.code, village: wish.village, content: wish.content } } : {}),
    thanks: 0,
    listed: listedOf(post),
    queue: queueFor(groupId, hints, now),
    clientToken,
  };
}

/** In the post's transaction, so that a deed is never counted for a post that is not there. */
async function countOnWish(wishId: string, post: PostDoc, caller: Caller, tx: Tx): Promise<void> {
  // Given up, or taken away, since it was read.
  checkLink(asWish(await wishes.get(wishId, tx)), caller);
  if (post.outcomes.length > 0) await wishes.setPostOutcomes(wishId, post._id, post.outcomes, tx);
}

async function payPost(post: PostDoc, { caller, newId }: Context, tx: Tx): Promise<void> {
  const label = [...post.text].slice(0, LABEL_CHARACTERS).join('');
  await pointsBook.payOnce(
    {
      id: newId(),
      rule: 'S1',
      representativeId: post.representativeId,
      groupId: post.groupId,
      at: post.at,
      campaignId: post.campaignId,
      ref: { kind: 'post', id: post._id, label },
      reason: '发布独立晒单',
      by: caller.accountId,
    },
    tx,
  );
}
