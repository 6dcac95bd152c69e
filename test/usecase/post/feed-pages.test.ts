/** The feed while others publish, hide and feature; and what a page of it costs. */
import fc from 'fast-check';
import { listOldPosts } from '../../../cloudfunctions/clock/list-old-posts';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { open } from '../../../cloudfunctions/store/database';
import { listedOf, type PostDoc } from '../../../cloudfunctions/store/post-doc';
import type { Functions } from '../../support/functions';
import { aPhoto, aWishThatIs, type Cast } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
/** Read for their names on every page. */
const GROUPS = 2;
const START = Date.UTC(2021, 6, 1, 3);
beforeAll(async () => {
  ({ functions, cast } = await startTown());
});
beforeEach(() => startAnew());
afterAll(() => functions.close());

/** No posts, and nobody paused for those that were hidden. */
async function startAnew(): Promise<void> {
  const { db } = await open();
  await db.collection('posts').deleteMany({});
  await db.collection('strikes').deleteMany({});
}

type Act = { publish: number } | { [act in 'remove' | 'hide' | 'unhide' | 'feature']?: number };
const place = fc.integer({ min: 0, max: 20 });
/** What happens between two pages: a new post at some minute, or something to one of those that were there. */
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ publish: fc.integer({ min: 0, max: 9 }) }),
  ...(['remove', 'hide', 'unhide', 'feature'] as const).map((act) => fc.record({ [act]: place })),
);

async function publishAt(minute: number): Promise<string> {
  functions.clock.now = new Date(START + minute * 60_000);
  return (await publish(functions, cast.member)).id;
}

/** Does what is asked for; what cannot be done now is left. Answers the post that left the feed, if one did. */
async function happen(act: Act, there: readonly string[]): Promise<string | undefined> {
  if ('publish' in act) return void (await publishAt(act.publish));
  const [[verb = '', at = 0] = []] = Object.entries(act);
  const id = there[at % there.length] ?? '';
  const { token } = verb === 'remove' ? cast.member : verb === 'feature' ? cast.presidium : cast.liaison;
  const extra = verb === 'hide' ? { reason: '照片不清楚' } : verb === 'feature' ? { on: true } : {};
  await functions.send(`post.${verb}`, { id, ...extra }, token);
  return verb === 'remove' || verb === 'hide' ? id : undefined;
}

it('neither skips nor repeats what stays, whatever happens between two pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 5 }), async (happenings) => {
      await startAnew();
      const there: string[] = [];
      for (let index = 0; index < 7; index += 1) there.push(await publishAt(index % 3));
      const left = new Set<string | undefined>();
      const shown: string[] = [];
      let page = await functions.call('post.feed', { limit: 2 });
      for (let turn = 0; page.nextCursor !== null; turn += 1) {
        shown.push(...page.items.map(({ id }) => id));
        const act = happenings[turn];
        if (act) left.add(await happen(act, there));
        page = await functions.call('post.feed', { limit: 2, cursor: page.nextCursor });
      }
      shown.push(...page.items.map(({ id }) => id));
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown).toEqual(expect.arrayContaining(there.filter((id) => !left.has(id))));
    }),
    { numRuns: 6 },
  );
});

it('shows ten posts unless asked for another number, in at most 30 KB and ten pictures', async () => {
  const content = '门口的路灯坏了，晚上出门看不清路。'.repeat(17);
  const consent = { showName: true, showPhoto: true };
  const wishId = await aWishThatIs('claimed', functions, cast, { content, consent });
  const photos = await Promise.all(Array.from({ length: 9 }, () => aPhoto(cast.member)));
  const outcomes = (['gift', 'goods', 'lecture', 'clinic', 'employment', 'education'] as const).map((kind) => ({
    kind,
    amountYuan: 12345.67,
    sessions: 12,
    people: 1234,
    items: 123,
  }));
  const text = '今天把路灯修好了，'.repeat(16).slice(0, 140);
  const full = {
    wishId,
    photos,
    outcomes,
    text,
    people: 'agreed',
    pairs: [{ before: photos[0] ?? '', after: photos[1] ?? '' }],
  } as const;
  for (let count = 0; count < 11; count += 1)
    await publish(functions, cast.member, {
      ...full,
      outcomes: [...outcomes],
      photos: [...photos],
      pairs: [...full.pairs],
    });
  for (const token of [undefined, cast.resident.token, cast.otherMember.token]) {
    const page = await functions.call('post.feed', {}, token);
    expect(page.items).toHaveLength(10);
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(30 * 1024);
    expect(page.items.flatMap((post) => post.photos)).toHaveLength(10);
    expect(page.items[0]).toMatchObject({ photoCount: 9, wish: { id: wishId, content: expect.stringMatching(/…$/) } });
  }
});

const aStoredPost = (index: number): PostDoc => {
  const place = { status: 'published', representativeId: 'g1-member', groupId: 'g1', village: '刘胜村' } as const;
  const said = { text: '路灯修好了', photos: [], representative: '周建平', outcomes: [], thanks: 0 };
  const ids = { _id: newId(), accountId: 'stored', clientToken: `stored-${index}` };
  return { ...place, ...said, ...ids, at: new Date(START + index), listed: listedOf(place) };
};

it('reads as little for a late page as for the first', async () => {
  const { db } = await open();
  const stored = Array.from({ length: 300 }, (_, index) => aStoredPost(index));
  await db.collection<PostDoc>('posts').insertMany(stored);
  for (const narrowed of [{}, { groupId: 'g1' }, { representativeId: 'g1-member' }, { village: '刘胜村' }]) {
    const read: number[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 29; page += 1) {
      const before = functions.examined();
      const asked = { ...narrowed, ...(cursor === undefined ? {} : { cursor }) };
      cursor = (await functions.call('post.feed', asked)).nextCursor ?? undefined;
      read.push(functions.examined() - before);
    }
    // Ten posts, the one that says whether there are more, and from the second page on the one that the last ended with.
    const [first = 0, ...later] = read.map((documents) => documents - GROUPS);
    expect(first).toBeLessThanOrEqual(11);
    expect(new Set(later).size).toBe(1);
    expect(later[0]).toBeLessThanOrEqual(12);
  }
});

it('gives to posts of an earlier version the lists that they stand in, once', async () => {
  const { db } = await open();
  const wishId = await aWishThatIs('claimed', functions, cast);
  const linked = { id: wishId, code: 'CJ-2021-0001', village: '刘胜村', content: '路灯坏了' };
  const [published, removed] = [aStoredPost(1), { ...aStoredPost(2), status: 'removed' }];
  const earlier = [{ ...published, wish: linked }, removed].map(({ listed: _l, village: _v, ...post }) => post);
  await db.collection<{ _id: string }>('posts').insertMany(earlier);
  const now = await publish(functions, cast.member);
  expect((await functions.call('post.feed', {})).items.map(({ id }) => id)).toEqual([now.id]);
  expect(await listOldPosts(functions.clock.now, functions.host)).toBe(2);
  const asked = { village: '刘胜村', category: 'facility' } as const;
  expect((await functions.call('post.feed', asked)).items.map(({ id }) => id)).toEqual([published._id]);
  expect((await functions.call('post.feed', { representativeId: 'g1-member' })).items).toHaveLength(2);
  expect(await listOldPosts(functions.clock.now, functions.host)).toBe(0);
});
