/** From a card in a WeChat group into the app and back: the group's id, its board, and the code on a poster. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '../../../contract/contract';
import { newId } from '../../../cloudfunctions/kit/new-id';
import * as database from '../../../cloudfunctions/store/database';
import type { Functions } from '../../support/functions';
import type { Cast } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  ({ functions, cast } = await startTown());
});
afterAll(() => functions.close());

const aGroup = (): string => `group-${newId()}`;
const enter = (ticket: string, id?: string): Promise<Output<'post.enterGroup'>> =>
  functions.call('post.enterGroup', { ticket, ...(id === undefined ? {} : { id }) });

async function boardOf(ticket: string, month = '2021-07') {
  const { groupKey } = await enter(ticket);
  return (await functions.call('post.groupBoard', { groupKey, month })).items;
}

it('says since when a group has known a post, whoever opens it there', async () => {
  const [ticket, { id }] = [aGroup(), await publish(functions, cast.member)];
  const first = await enter(ticket, id);
  expect(first).toEqual({ groupKey: expect.any(String), shownAt: '2021-07-01T02:00:00.000Z', isFirst: true });
  functions.clock.now = new Date('2021-07-02T02:00:00Z');
  expect(await enter(ticket, id)).toEqual({ ...first, isFirst: false });
  expect(await enter(ticket)).toEqual({ groupKey: first.groupKey, isFirst: false });
});

it('records once what two open at once', async () => {
  const [ticket, { id }] = [aGroup(), await publish(functions, cast.member)];
  const answers = await Promise.all([1, 2, 3, 4].map(() => enter(ticket, id)));
  expect(answers.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  expect(new Set(answers.map(({ shownAt }) => shownAt)).size).toBe(1);
  expect(await boardOf(ticket)).toMatchObject([{ posts: 1 }]);
});

it('keeps no more of a group than a hash that the database alone cannot undo', async () => {
  const [ticket, { id }] = [aGroup(), await publish(functions, cast.member)];
  const { groupKey } = await enter(ticket, id);
  const raw = (await functions.host.groupOf(ticket)) ?? '';
  const { db } = await database.open();
  const stored = JSON.stringify(await db.collection('groupOpens').find().toArray());
  expect(stored).toContain(groupKey);
  expect([ticket, raw].filter((text) => stored.includes(text) || groupKey.includes(text))).toEqual([]);
});

it('refuses what the platform knows no group by', async () => {
  expect(await functions.refusal('post.enterGroup', { ticket: '刘胜村的群' })).toBe('INVALID_INPUT');
  expect(await functions.refusal('post.enterGroup', { ticket: aGroup(), id: newId() })).toBe('NOT_FOUND');
});

it('tells an author, and nobody else, in how many groups a card has been opened', async () => {
  const { id } = await publish(functions, cast.member);
  for (const ticket of [aGroup(), aGroup()]) await enter(ticket, id);
  const reached = async (token?: string): Promise<number | undefined> =>
    (await functions.call('post.get', { id }, token)).post.groupsReached;
  expect(await reached(cast.member.token)).toBe(2);
  expect([await reached(cast.liaison.token), await reached()]).toEqual([undefined, undefined]);
});

describe('组内晒单榜', () => {
  it('ranks by posts opened there, then by thanks; those who tie share a rank', async () => {
    const ticket = aGroup();
    const [two, again] = [await publish(functions, cast.member), await publish(functions, cast.member)];
    const [thanked, plain] = [await publish(functions, cast.otherMember), await publish(functions, cast.liaison)];
    await functions.call('post.thank', { id: thanked.id }, cast.resident.token);
    for (const { id } of [plain, two, thanked, again, two]) await enter(ticket, id);
    const items = await boardOf(ticket);
    expect(items.map(({ rank, name, groupName, posts, thanks }) => [rank, name, groupName, posts, thanks])).toEqual([
      [1, '周建平', '江东代表小组', 2, 0],
      [2, '施永康', '江西代表小组', 1, 1],
      [3, '陈志明', '江东代表小组', 1, 0],
    ]);
    await functions.call('post.thank', { id: thanked.id, on: false }, cast.resident.token);
    expect((await boardOf(ticket)).map(({ rank }) => rank)).toEqual([1, 2, 2]);
  });

  it('counts a post in the month in which the group saw it first, in this group alone, and while it is shown', async () => {
    const [ticket, { id }] = [aGroup(), await publish(functions, cast.member)];
    await enter(ticket, id);
    functions.clock.now = new Date('2021-08-02T02:00:00Z');
    await enter(ticket, id);
    expect(await boardOf(ticket)).toHaveLength(1);
    expect([await boardOf(ticket, '2021-08'), await boardOf(aGroup())]).toEqual([[], []]);
    await functions.call('post.remove', { id }, cast.member.token);
    expect(await boardOf(ticket)).toEqual([]);
    expect(await enter(aGroup(), id)).toEqual({ groupKey: expect.any(String), isFirst: false });
  });
});

describe('the code on a poster', () => {
  it('is made once and may be fetched by anybody', async () => {
    const { id } = await publish(functions, cast.member);
    const made = jest.spyOn(functions.host, 'miniCode');
    const urls = [
      await functions.call('post.code', { id }),
      await functions.call('post.code', { id }, cast.resident.token),
    ];
    expect(urls).toEqual([{ url: `/files/codes/${id}.png` }, { url: `/files/codes/${id}.png` }]);
    expect(made.mock.calls).toEqual([[{ page: 'pages/post-detail/index', scene: id }]]);
    made.mockRestore();
    expect(await readdir(join(functions.directory, 'files/codes'))).toContain(`${id}.png`);
  });

  it('is refused for a post that is not shown', async () => {
    const { id } = await publish(functions, cast.member);
    await functions.call('post.remove', { id }, cast.member.token);
    expect(await functions.refusal('post.code', { id })).toBe('NOT_FOUND');
  });
});
