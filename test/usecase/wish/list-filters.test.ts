import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;

const START = Date.UTC(2026, 5, 1, 2);
const day = (days: number): Date => new Date(START + days * 86_400_000);

/** Long after the first was promised, and before the last one is due. */
const NOW = day(60);

beforeAll(async () => {
  functions = await startFunctions([account, wish], { now: day(0) });
  await aTown(functions);
  cast = await aCast(functions);
  const { call, clock } = functions;
  const made = [
    [0, 'claimed', '门前的路灯坏了', '刘胜村', 'walk'],
    [1, 'fulfilled', '盼添一台电饭锅', '刘胜村', 'homeVisit'],
    [58, 'claimed', '田间水渠堵了', '永兴村', 'walk'],
    [59, 'open', '想学用智能手机', '永兴村', 'reception'],
  ] as const;
  for (const [at, status, content, village, channel] of made) {
    clock.now = day(at);
    await aWishThatIs(status, functions, { ...cast, resident: cast.otherMember }, { content, village, channel });
  }
  const { id } = (await call('wish.submit', aWish({ village: '闸西村', content: '小桥要加护栏' }), cast.resident.token))
    .wish;
  await call('wish.review', { id, decision: 'publish' }, cast.presidium.token);
  await call('wish.claim', { id }, cast.liaison.token);
  clock.now = NOW;
});
afterAll(() => functions.close());

const list = async (data: Input<'wish.list'>, token = cast.presidium.token) =>
  (await functions.call('wish.list', data, token)).items;
const contents = async (data: Input<'wish.list'>, token?: string) =>
  (await list(data, token)).map(({ content }) => content);

describe('filters', () => {
  it('narrow the town and the wall by group', async () => {
    expect(await contents({ scope: 'town', groupId: 'g2' })).toEqual(['小桥要加护栏']);
    expect(await contents({ scope: 'public', groupId: 'g2' })).toEqual(['小桥要加护栏']);
    expect(await contents({ scope: 'town', groupId: 'g1' })).toHaveLength(4);
    expect(await contents({ scope: 'town', groupId: 'g1', village: '闸西村' })).toEqual([]);
    expect(await contents({ scope: 'group', groupId: 'g1' }, cast.liaison.token)).toHaveLength(4);
    expect(await contents({ scope: 'group', groupId: 'g2' }, cast.liaison.token)).toEqual([]);
  });

  it('narrow by channel, alone and with others', async () => {
    expect(await contents({ scope: 'town', channel: 'walk' })).toEqual(['田间水渠堵了', '门前的路灯坏了']);
    expect(await contents({ scope: 'town', channel: 'walk', village: '刘胜村' })).toEqual(['门前的路灯坏了']);
    expect(await contents({ scope: 'town', channel: 'walk', category: 'care' })).toEqual([]);
    expect(await contents({ scope: 'mine', channel: 'reception' }, cast.otherMember.token)).toEqual(['想学用智能手机']);
    expect(await contents({ scope: 'claimed', channel: 'walk', groupId: 'g1' }, cast.member.token)).toHaveLength(2);
  });

  it('show as overdue what is in hand and past its promised day, and nothing else', async () => {
    const overdue = await list({ scope: 'town', overdue: true });
    expect(overdue.map(({ content }) => content)).toEqual(['门前的路灯坏了']);
    expect(overdue.every((card) => card.overdue)).toBe(true);
    expect(await contents({ scope: 'town', overdue: true, status: 'open' })).toEqual([]);
    expect(await contents({ scope: 'town', overdue: true, village: '永兴村' })).toEqual([]);
    expect(await contents({ scope: 'public', overdue: true, order: 'due' })).toEqual(['门前的路灯坏了']);
  });
});

describe('orders', () => {
  it('are by the day it was written down, either way, and by the promised day, either way', async () => {
    const newest = await contents({ scope: 'town' });
    expect(newest).toHaveLength(5);
    expect(await contents({ scope: 'town', order: 'oldest' })).toEqual([...newest].reverse());
    const due = await list({ scope: 'town', order: 'due' });
    const days = due.map(({ dueAt = '' }) => dueAt);
    expect(days).toEqual([...days].sort());
    expect(days).not.toContain('');
    expect(await contents({ scope: 'town', order: 'latest' })).toEqual(due.map(({ content }) => content).reverse());
  });

  it('by the promised day leave out what nobody has promised', async () => {
    expect(await contents({ scope: 'town', order: 'due' })).not.toContain('想学用智能手机');
    expect(await contents({ scope: 'town', status: 'open', order: 'latest' })).toEqual([]);
  });

  it.each(['newest', 'oldest', 'due', 'latest'] as const)('go on page by page: %s', async (order) => {
    const whole = await contents({ scope: 'town', order });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof functions.call<'wish.list'>>> = await functions.call(
        'wish.list',
        { scope: 'town', order, limit: 1, ...(cursor ? { cursor } : {}) },
        cast.presidium.token,
      );
      seen.push(...page.items.map(({ content }) => content));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole);
  });

  it('refuse a cursor of another order', async () => {
    const { token } = cast.presidium;
    const cursorOf = async (order: 'newest' | 'due') =>
      (await functions.call('wish.list', { scope: 'town', order, limit: 1 }, token)).nextCursor ?? '';
    const refusal = (order: 'oldest' | 'latest' | 'due', cursor: string) =>
      functions.refusal('wish.list', { scope: 'town', order, cursor }, token);
    expect(await refusal('oldest', await cursorOf('newest'))).toBe('INVALID_INPUT');
    expect(await refusal('due', await cursorOf('newest'))).toBe('INVALID_INPUT');
    expect(await refusal('latest', await cursorOf('due'))).toBe('INVALID_INPUT');
    const mark = (await functions.call('wish.queue', { limit: 1 }, cast.member.token)).nextCursor ?? '';
    expect(mark).not.toBe('');
    expect(await functions.refusal('wish.list', { scope: 'town', cursor: mark }, token)).toBe('INVALID_INPUT');
  });
});

it('does not show on the wall what a moderator took off it, whatever status is asked for', async () => {
  const [open] = await list({ scope: 'town', status: 'open' });
  await functions.call('wish.hide', { id: open?.id ?? '', reason: '含有广告' }, cast.presidium.token);
  expect(await contents({ scope: 'public', status: 'open' })).toEqual([]);
  expect(await contents({ scope: 'public' })).toHaveLength(4);
  expect(await contents({ scope: 'town', status: 'open' })).toEqual(['想学用智能手机']);
  await functions.call('wish.unhide', { id: open?.id ?? '', reason: '已改正' }, cast.presidium.token);
});
