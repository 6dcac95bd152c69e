/**
 * After a storm of calls, many at once and many of them refused, the figures that are kept must be those that a recount
 * gives: overview = the wishes one by one, board = the sum of entries, a deed paid once, a claim won once.
 */
import { points } from '../../cloudfunctions/points/use-cases';
import { account } from '../../cloudfunctions/account/use-cases';
import { newId } from '../../cloudfunctions/kit/new-id';
import { post } from '../../cloudfunctions/post/use-cases';
import { report } from '../../cloudfunctions/report/use-cases';
import { representative } from '../../cloudfunctions/representative/use-cases';
import { wish } from '../../cloudfunctions/wish/use-cases';
import type { ActionName, Output } from '../../contract/contract';
import type { Envelope } from '../../contract/envelope';
import { ratings, wishStatuses } from '../../domain/wish';
import { startFunctions, type Functions } from '../support/functions';
import { aCast, aPhoto, aTown, aWish, signInAs, type Cast, type Person } from '../support/town';

const ROUNDS = 70;
const AT_ONCE = 12;

let functions: Functions;
let cast: Cast;
let people: Person[];
beforeAll(async () => {
  functions = await startFunctions([account, points, post, report, representative, wish]);
  await aTown(functions);
  cast = await aCast(functions);
  const members = ['g1-leader', 'g1-member2', 'g2-leader', 'g2-member2'];
  const others = await Promise.all(members.map((id) => signInAs(functions, 'representative', id)));
  people = [...Object.values<Person>({ ...cast }), ...others];
});
afterAll(() => functions.close());

/** The same storm every time for the same seed (mulberry32). */
function dice(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed;
  return (items) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    const picked = items[((t ^ (t >>> 14)) >>> 0) % items.length];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
}

type Pick = ReturnType<typeof dice>;

type Act = [ActionName, Record<string, unknown>];

/** Everything that anybody might do to this wish, sensible or not. */
function actsOn(pick: Pick, id: string, into: string): Act[] {
  const outcomes = pick([
    [],
    [{ kind: 'gift', amountYuan: 0.1 }],
    [
      { kind: 'goods', amountYuan: 99.99, items: 2 },
      { kind: 'lecture', sessions: 1, people: 30 },
    ],
    [
      { kind: 'clinic', sessions: 2, people: 7 },
      { kind: 'employment', people: 3 },
    ],
  ]);
  const rating = pick(ratings);
  const resolved = pick(['yes', 'partly', 'no', 'unasked'] as const);
  const reason = '情况有变化';
  return [
    ['wish.review', { id, decision: 'publish', difficulty: pick(['easy', 'medium', 'hard']) }],
    ['wish.review', { id, decision: 'publish', dueDays: 3 }],
    ['wish.review', { id, decision: 'reject', reason }],
    ['wish.review', { id, decision: 'askInfo', reason }],
    ['wish.review', { id, decision: 'merge', into, reason }],
    ['wish.supply', { id, note: '补充一点说明' }],
    ['wish.withdraw', { id, reason }],
    ['wish.claim', { id }],
    ['wish.claim', { id }],
    ['wish.release', { id, reason }],
    ['wish.progress', { id, note: '正在办理' }],
    ['wish.fulfil', { id, note: '已经办好', outcomes }],
    ['wish.fulfil', { id, note: '已经办好', outcomes }],
    ['wish.rate', { id, rating, ...(resolved === 'unasked' ? {} : { resolved }) }],
    ['wish.rate', { id, rating: 'satisfied' }],
    ['post.publish', { text: '今天去办了心愿', wishId: id, outcomes }],
    ['post.publish', { text: '今天做了一件实事', outcomes }],
  ];
}

/** Half of the time what the person may do by the wish's own word, so that wishes get somewhere. */
async function anAct(pick: Pick, person: Person, id: string, into: string): Promise<Act> {
  const acts = actsOn(pick, id, into);
  const sensible = pick([true, false]);
  const act = pick(acts);
  const seen = await functions.send('wish.get', { id }, person.token);
  if (!sensible || !seen.ok) return act;
  const { allowed } = (seen.data as Output<'wish.get'>).wish;
  // Most wishes should live to be fulfilled.
  const ends = ({ decision }: Record<string, unknown>): boolean => decision !== undefined && decision !== 'publish';
  const spared = pick([true, true, true, false]);
  const fitting = acts
    .filter(([name]) => allowed.includes(name.replace('wish.', '')))
    .filter(([name, data]) => !spared || !(ends(data) || name === 'wish.withdraw' || name === 'wish.release'));
  return fitting.length > 0 ? pick(fitting) : act;
}

async function send(pick: Pick, ids: readonly string[], posts: Map<string, unknown>): Promise<Envelope> {
  const person = pick(people);
  const [name, data] = await anAct(pick, person, pick(ids), pick(ids));
  const thanked = posts.size > 0 && pick([true, false, false]) ? pick([...posts.keys()]) : undefined;
  if (thanked !== undefined) {
    const [verb, on] = pick([['post.thank', true] as const, ['post.thank', false] as const, ['post.remove'] as const]);
    return functions.send(verb, { id: thanked, ...(on === undefined ? {} : { on }) }, person.token);
  }
  if (name !== 'post.publish') return functions.send(name, data, person.token);
  const photos = [await aPhoto(person)];
  const answer = await functions.send(name, { ...data, photos, clientToken: newId() }, person.token);
  if (answer.ok) posts.set((answer.data as Output<'post.publish'>).post.id, data.wishId);
  return answer;
}

interface Stormed {
  ids: string[];
  /** Post → the wish that it was linked with. */
  posts: Map<string, unknown>;
  codes: Map<string, number>;
}

async function storm(seed: number): Promise<Stormed> {
  const pick = dice(seed);
  const ids: string[] = [];
  const posts: Stormed['posts'] = new Map();
  const codes = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    functions.clock.now = new Date(functions.clock.now.getTime() + 5 * 3600_000);
    if (round % 3 === 0) {
      const by = pick(people);
      ids.push((await functions.call('wish.submit', aWish({ village: pick(['刘胜村', '闸西村']) }), by.token)).wish.id);
    }
    // Half of a round fights over one wish.
    const focus = [pick(ids)];
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => send(pick, index % 2 === 0 ? focus : ids, posts)),
    );
    for (const answer of answers) {
      const code = answer.ok ? 'ok' : answer.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  return { ids, posts, codes };
}

async function every<Item>(page: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>) {
  const items: Item[] = [];
  let next: string | null | undefined;
  do {
    const read = await page(next ?? undefined);
    items.push(...read.items);
    next = read.nextCursor;
  } while (next !== null);
  return items;
}

const withCursor = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

async function theWishes(): Promise<Output<'wish.get'>['wish'][]> {
  const cards = await every((cursor) =>
    functions.call('wish.list', { scope: 'town', limit: 7, ...withCursor(cursor) }, cast.admin.token),
  );
  const views = await Promise.all(cards.map(({ id }) => functions.call('wish.get', { id }, cast.admin.token)));
  return views.map((view) => view.wish);
}

type Deeds = Output<'wish.get'>['wish']['outcomes'];

/** Linked posts count only where the fulfilment records nothing, posts that stand alone always, removed ones never. */
async function theDeeds(wishes: readonly Output<'wish.get'>['wish'][], linked: Stormed['posts']): Promise<Deeds> {
  const shown = await every((cursor) => functions.call('post.feed', { limit: 9, ...withCursor(cursor) }));
  const alone = shown.filter(({ id }) => linked.get(id) === undefined).flatMap((one) => one.outcomes);
  const ofWishes = wishes
    .filter(({ status }) => status === 'fulfilled' || status === 'closed')
    .flatMap(({ id, outcomes }) =>
      outcomes.length > 0 ? outcomes : shown.filter((one) => linked.get(one.id) === id).flatMap((one) => one.outcomes),
    );
  return [...alone, ...ofWishes];
}

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);

it('keeps figures and standings that a recount confirms', async () => {
  const { ids, posts, codes } = await storm(20260301);
  expect(codes.get('INTERNAL')).toBeUndefined();
  expect(codes.get('ok')).toBeGreaterThan(60);
  expect(codes.get('WRONG_STATE')).toBeGreaterThan(10);

  const wishes = await theWishes();
  expect(wishes.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const overview = await functions.call('report.overview', {});
  const done = wishes.filter(({ status }) => status === 'fulfilled' || status === 'closed');
  for (const status of wishStatuses.filter((one) => one !== 'fulfilled')) {
    expect([status, overview.wishes[status]]).toEqual([status, wishes.filter((one) => one.status === status).length]);
  }
  expect(done.length).toBeGreaterThan(0);
  expect(overview.wishes).toMatchObject({
    registered: wishes.length,
    fulfilled: done.length,
    overdue: wishes.filter(({ overdue }) => overdue).length,
    asked: done.filter(({ resolved }) => resolved !== undefined).length,
    resolved: done.filter(({ resolved }) => resolved === 'yes').length,
  });
  for (const rating of ratings) {
    expect(overview.satisfaction[rating]).toBe(done.filter((one) => one.rating === rating).length);
  }
  const deeds = await theDeeds(wishes, posts);
  const people = (kind: string) => sum(deeds.filter((deed) => deed.kind === kind).map((deed) => deed.people));
  const sessions = (kind: string) => sum(deeds.filter((deed) => deed.kind === kind).map((deed) => deed.sessions));
  expect(overview.outcomes.amountYuan).toBeCloseTo(sum(deeds.map((deed) => deed.amountYuan)), 6);
  expect(overview.outcomes).toMatchObject({
    lectures: { sessions: sessions('lecture'), people: people('lecture') },
    clinics: { sessions: sessions('clinic'), people: people('clinic') },
    employed: people('employment'),
  });

  for (const { timeline, rev } of wishes) {
    // Between two claims somebody gave the wish back.
    const turns = timeline
      .filter(({ what }) => /^(认领|退回认领|收回认领)$/.test(what))
      .map(({ what }) => what === '认领');
    expect(turns).toEqual(turns.map((_, index) => index % 2 === 0));
    expect(rev).toBeGreaterThanOrEqual(timeline.length);
  }
});

it('pays each deed once, and the board shows the sum of the entries', async () => {
  const { items: roster } = await functions.call('representative.list', {});
  const board = await functions.call(
    'points.board',
    { period: 'all', by: 'representative', limit: 100 },
    cast.admin.token,
  );
  const onBoard = new Map(board.items.map(({ id, points: total }) => [id, total]));
  const ofGroups = new Map<string, number>();
  for (const { id, groupId } of roster) {
    const entries = await every((cursor) =>
      functions.call('points.entries', { representativeId: id, limit: 4, ...withCursor(cursor) }, cast.admin.token),
    );
    const total = sum(entries.map(({ delta }) => Math.round(delta * 10))) / 10;
    expect([id, onBoard.get(id) ?? 0]).toEqual([id, total]);
    ofGroups.set(groupId, (ofGroups.get(groupId) ?? 0) + Math.round(total * 10));
    const deeds = entries.filter(({ delta }) => delta > 0).map(({ rule, ref }) => `${rule} ${ref.id}`);
    expect(new Set(deeds).size).toBe(deeds.length);
  }
  const groups = await functions.call('points.board', { period: 'all', by: 'group' });
  expect(groups.items.length).toBeGreaterThan(0);
  for (const { id, points: total } of groups.items) expect(Math.round(total * 10)).toBe(ofGroups.get(id));
});
