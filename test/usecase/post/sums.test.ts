/** Whatever is done to posts, in whatever order and at once: what is kept beside them is what a recount says. */
import fc from 'fast-check';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { takeImageVerdict } from '../../../cloudfunctions/post/take-image-verdict';
import { periodsOf } from '../../../domain/points';
import * as pointsEntries from '../../../cloudfunctions/store/points-entries';
import * as postComments from '../../../cloudfunctions/store/post-comments';
import { listedOf, type PostDoc } from '../../../cloudfunctions/store/post-doc';
import * as posts from '../../../cloudfunctions/store/posts';
import * as rollups from '../../../cloudfunctions/store/rollups';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { totalOutcomes } from '../../../domain/outcome';
import { addDays, shanghaiDay } from '../../../domain/time';
import type { Functions } from '../../support/functions';
import { aCast, aPhoto, aResident, aWishThatIs, type Cast, type Person } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
let residents: Person[];
let waits: string[];
beforeAll(async () => {
  ({ functions } = await startTown({
    checkText: () => Promise.resolve({ verdict: 'pass' }),
    checkImage() {
      const name = newId();
      waits.push(name);
      return Promise.resolve({ waits: name });
    },
  }));
});
afterAll(() => functions.close());

const acts = [
  ...['hide', 'unhide', 'remove', 'feature', 'unfeature', 'report', 'clear', 'reject'],
  ...['thank', 'unthank', 'comment', 'hideComment', 'unhideComment', 'removeComment', 'clearComment'],
] as const;
type Act = (typeof acts)[number];

interface Step {
  act: Act;
  /** Which post, and which resident. */
  post: number;
  who: number;
}

interface Scene {
  ids: string[];
  commentIds: Map<string, string>;
  late: string[];
}

/** Two posts that stand alone and one of a fulfilled wish; long after the last, so that each is paid and nobody paused. */
async function aScene(): Promise<Scene> {
  functions.clock.now = addDays(functions.clock.now, 40);
  cast = await aCast(functions);
  residents = await Promise.all([aResident(functions), aResident(functions)]);
  waits = [];
  const wishId = await aWishThatIs('claimed', functions, cast);
  const outcomes = [{ kind: 'lecture' as const, amountYuan: 10, sessions: 1, people: 20 }];
  const ids = [];
  for (const [author, set] of [
    [cast.member, {}],
    [cast.otherMember, { village: '福镇村', category: 'facility' as const }],
    [cast.member, { wishId }],
  ] as const) {
    ids.push((await publish(functions, author, { outcomes, photos: [await aPhoto(author)], ...set })).id);
  }
  await functions.call('wish.fulfil', { id: wishId, note: '已经办好', outcomes: [] }, cast.member.token);
  return { ids, commentIds: new Map(), late: [...waits] };
}

async function take({ act, post, who }: Step, { ids, commentIds, late }: Scene): Promise<void> {
  const id = ids[post] ?? '';
  const { token } = residents[who] ?? cast.resident;
  const author = post === 1 ? cast.otherMember : cast.member;
  const judge = who === 0 ? cast.presidium : post === 1 ? cast.otherLiaison : cast.liaison;
  const commentId = commentIds.get(`${post}:${who}`) ?? 'none';
  const reason = '内容不合适';
  const ofJudge: Partial<Record<Act, [string, unknown]>> = {
    hide: ['post.hide', { id, reason }],
    unhide: ['post.unhide', { id }],
    clear: ['post.clear', { id: `post:${id}` }],
    hideComment: ['post.hideComment', { commentId, reason }],
    unhideComment: ['post.unhideComment', { commentId }],
    clearComment: ['post.clear', { id: `comment:${commentId}` }],
  };
  const ofResident: Partial<Record<Act, [string, unknown]>> = {
    report: ['post.report', { id, reason }],
    thank: ['post.thank', { id }],
    unthank: ['post.thank', { id, on: false }],
    removeComment: ['post.removeComment', { commentId }],
  };
  const [judges, does] = [ofJudge[act], ofResident[act]];
  if (judges) await functions.send(...judges, judge.token);
  else if (does) await functions.send(...does, token);
  else if (act === 'remove') await functions.send('post.remove', { id }, author.token);
  else if (act === 'reject') {
    const name = late[post] ?? '';
    await takeImageVerdict(name, { answer: 'reject' }, { now: functions.clock.now, newId });
  } else if (act === 'comment') {
    const sent = { id, text: '谢谢代表', clientToken: `comment-${id}-${who}` };
    const answer = await functions.send('post.comment', sent, token);
    if (answer.ok) commentIds.set(`${post}:${who}`, (answer.data as { comment: { id: string } }).comment.id);
  } else await functions.send('post.feature', { id, on: act === 'feature' }, cast.presidium.token);
}

const thanksOf = async ({ _id }: PostDoc): Promise<number> => {
  const thanked = await Promise.all(residents.map(({ accountId }) => posts.thankedBy(accountId, [_id])));
  return thanked.filter((ids) => ids.has(_id)).length;
};

/** S1 of this post, in tenths. */
async function paidFor({ _id }: PostDoc): Promise<number> {
  const found = await (await pointsEntries.entries()).find({ rule: 'S1', 'ref.id': _id }).toArray();
  return found.reduce((sum, { deltaTenths }) => sum + deltaTenths, 0);
}

async function recount({ ids }: Scene): Promise<void> {
  const docs = await Promise.all(ids.map((id) => posts.get(id)));
  for (const post of docs) {
    const shown = post.status === 'published';
    const ofPost = await (await postComments.comments()).find({ postId: post._id }).toArray();
    expect(post.listed).toEqual(listedOf(post));
    if (post.status !== 'removed') expect(post.hidden !== undefined).toBe(post.status === 'hidden');
    expect([post.thanks, post.comments ?? 0]).toEqual([
      await thanksOf(post),
      ofPost.filter(({ status }) => status === 'published').length,
    ]);
    expect(ofPost.filter(({ status, queue }) => status === 'removed' && queue)).toEqual([]);
    if (post.status === 'removed') expect([post, ...ofPost].filter(({ queue }) => queue)).toEqual([]);
    expect((await paidFor(post)) > 0).toBe(shown && !post.wish);
    expect(await paidFor(post)).toBeGreaterThanOrEqual(0);
    if (!post.wish) continue;
    const { postOutcomes } = await wishes.get(post.wish.id);
    expect(postOutcomes).toEqual(shown ? [{ postId: post._id, outcomes: post.outcomes }] : []);
  }
  const day = shanghaiDay(functions.clock.now);
  const counted = totalOutcomes(docs.flatMap(({ status, outcomes }) => (status === 'published' ? outcomes : [])));
  expect(await rollups.sum(day, day)).toMatchObject(counted);
}

async function recountPoints(): Promise<void> {
  for await (const { ownerId, by, period, tenths } of (await pointsEntries.standings()).find()) {
    const owned = { [by === 'group' ? 'groupId' : 'representativeId']: ownerId };
    const ofOwner = await (await pointsEntries.entries()).find(owned).toArray();
    const found = ofOwner.filter((entry) => periodsOf(entry).includes(period));
    expect([ownerId, period, tenths]).toEqual([
      ownerId,
      period,
      found.reduce((sum, { deltaTenths }) => sum + deltaTenths, 0),
    ]);
  }
}

it('keeps counts, lists, points and figures as a recount says, whatever meets whatever', async () => {
  const step = fc.record({
    act: fc.constantFrom(...acts),
    post: fc.constantFrom(0, 1, 2),
    who: fc.constantFrom(0, 1),
  });
  const atOnce = fc.array(step, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(atOnce, { minLength: 6, maxLength: 12 }), async (batches) => {
      const scene = await aScene();
      for (const batch of batches) {
        functions.clock.now = new Date(functions.clock.now.getTime() + 1000);
        await Promise.all(batch.map((one) => take(one, scene)));
      }
      await recount(scene);
    }),
    { numRuns: Number(process.env.SUMS_RUNS ?? 8), endOnFailure: true },
  );
  await recountPoints();
});
