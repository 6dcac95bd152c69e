import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
  const made = [
    ['submitted', { content: '希望有人教用智能手机', category: 'education' }],
    ['open', { content: '村口的路灯坏了，晚上看不清路' }],
    ['claimed', { content: '田间灯路不通，请修一修路', village: '永兴村' }],
    ['fulfilled', { content: '想找一份在家附近的工作', category: 'employment' }],
    ['closed', { content: '家里困难，冬天缺棉被 LED 灯也坏了', category: 'care' }],
  ] as const;
  for (const [index, [status, set]] of made.entries()) {
    functions.clock.now = new Date(Date.UTC(2021, 6, 1, 2, index));
    await aWishThatIs(status, functions, cast, set);
  }
  const { liaison, presidium, otherMember } = cast;
  functions.clock.now = new Date(Date.UTC(2021, 6, 1, 3));
  const elsewhere = await functions.call(
    'wish.submit',
    aWish({ village: '闸西村', content: '闸西村的小桥要加护栏' }),
    otherMember.token,
  );
  await functions.call('wish.review', { id: elsewhere.wish.id, decision: 'publish' }, presidium.token);
  await functions.call('wish.claim', { id: elsewhere.wish.id }, liaison.token);
  functions.clock.now = new Date(Date.UTC(2021, 6, 1, 4));
  await functions.call('wish.submit', aWish({ village: '闸西村', content: '闸西村小店门口积水' }), otherMember.token);
});
afterAll(() => functions.close());

const list = (data: Input<'wish.list'>, token?: string) => functions.call('wish.list', data, token);
const statuses = async (data: Input<'wish.list'>, token?: string) =>
  (await list(data, token)).items.map(({ status }) => status);
const found = async (q: string, token?: string) =>
  (await list({ scope: 'public', q }, token)).items.map(({ content }) => content);

it('shows the public what is published, newest first', async () => {
  const { items, nextCursor } = await list({ scope: 'public' });
  expect(items.map(({ status }) => status)).toEqual(['claimed', 'closed', 'fulfilled', 'claimed', 'open']);
  expect(nextCursor).toBeNull();
  expect(items.every(({ wisher }) => wisher === '王**')).toBe(true);
});

it('pages without missing or repeating a wish', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      scope: 'public',
      limit: 2,
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual((await list({ scope: 'public' })).items.map(({ code }) => code));
  for (const text of ['nonsense', '[1e300,"x"]', '["now","x"]', '[1]', '{}']) {
    const bad = Buffer.from(text).toString('base64url');
    expect(await functions.refusal('wish.list', { scope: 'public', cursor: bad })).toBe('INVALID_INPUT');
  }
});

it('narrows by status, category and village, each alone and together', async () => {
  expect(await statuses({ scope: 'public', status: 'open' })).toEqual(['open']);
  expect(await statuses({ scope: 'public', status: ['open', 'closed'] })).toEqual(['closed', 'open']);
  expect(await statuses({ scope: 'public', category: 'employment' })).toEqual(['fulfilled']);
  expect(await statuses({ scope: 'public', village: '永兴村' })).toEqual(['claimed']);
  expect(await statuses({ scope: 'public', village: '永兴村', status: 'claimed', category: 'facility' })).toHaveLength(
    1,
  );
  expect(await statuses({ scope: 'public', village: '永兴村', status: 'open' })).toEqual([]);
});

it('never shows the public what is not published, whatever statuses it asks for', async () => {
  expect(await statuses({ scope: 'public', status: 'submitted' })).toEqual([]);
  expect(await statuses({ scope: 'public', status: ['submitted', 'open'] })).toEqual(['open']);
  expect(await statuses({ scope: 'public', status: 'submitted' }, cast.resident.token)).toEqual([]);
});

describe('searching', () => {
  it('finds words, single characters, villages and numbers', async () => {
    expect(await found('路灯')).toEqual(['村口的路灯坏了，晚上看不清路']);
    expect(await found('桥')).toEqual(['闸西村的小桥要加护栏']);
    expect(await found('永兴村')).toHaveLength(1);
    expect(await found('cj-2021-0002')).toEqual(['村口的路灯坏了，晚上看不清路']);
    expect(await found('ｌｅｄ')).toEqual(['家里困难，冬天缺棉被 LED 灯也坏了']);
    expect(await found('路灯 坏了')).toHaveLength(1);
  });

  it('leaves out what only happens to have the pairs', async () => {
    expect(await found('灯路灯')).toEqual([]);
    expect(await found('不清不楚')).toEqual([]);
  });

  it('takes blanks for no query and finds nothing for punctuation', async () => {
    expect(await found('  ')).toHaveLength(5);
    expect(await found('！？')).toEqual([]);
  });

  it('does not find wishers by name', async () => {
    expect(await found('王小红', cast.presidium.token)).toEqual([]);
  });
});

describe('scopes', () => {
  it('mine is what the caller submitted, in every status', async () => {
    expect(await statuses({ scope: 'mine' }, cast.resident.token)).toEqual([
      'closed',
      'fulfilled',
      'claimed',
      'open',
      'submitted',
    ]);
    expect((await list({ scope: 'mine' }, cast.resident.token)).items[0]?.wisher).toBe('王小红');
    expect(await statuses({ scope: 'mine', status: 'submitted' }, cast.otherMember.token)).toEqual(['submitted']);
    expect(await statuses({ scope: 'mine' }, cast.member.token)).toEqual([]);
  });

  it('claimed is what the caller claimed', async () => {
    expect(await statuses({ scope: 'claimed' }, cast.member.token)).toEqual(['closed', 'fulfilled', 'claimed']);
    expect(await statuses({ scope: 'claimed', status: 'claimed' }, cast.member.token)).toEqual(['claimed']);
  });

  it('group is the whole ledger for its liaison and the published part for a member', async () => {
    expect(await statuses({ scope: 'group', status: 'submitted' }, cast.liaison.token)).toEqual(['submitted']);
    expect(await statuses({ scope: 'group' }, cast.liaison.token)).toHaveLength(5);
    expect(await statuses({ scope: 'group' }, cast.member.token)).toHaveLength(4);
    expect(await statuses({ scope: 'group', status: 'submitted' }, cast.member.token)).toEqual([]);
    expect(await statuses({ scope: 'group' }, cast.otherLiaison.token)).toEqual(['submitted', 'claimed']);
  });

  it('town is everything, for presidium and admin', async () => {
    expect(await statuses({ scope: 'town' }, cast.presidium.token)).toHaveLength(7);
    expect(await statuses({ scope: 'town', status: 'submitted' }, cast.admin.token)).toHaveLength(2);
  });

  it('refuses those whom a scope is not for', async () => {
    for (const scope of ['mine', 'claimed', 'group', 'town']) {
      expect(await functions.refusal('wish.list', { scope })).toBe('UNAUTHENTICATED');
    }
    for (const scope of ['claimed', 'group', 'town']) {
      expect(await functions.refusal('wish.list', { scope }, cast.resident.token)).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('wish.list', { scope: 'town' }, cast.liaison.token)).toBe('FORBIDDEN');
  });
});

it('does not find a wish by a number that it does not show, in whole or in part', async () => {
  const set = { content: '请打我电话 13712345678 或 １３９ 8765 4321，盼有人教用手机' };
  await aWishThatIs('open', functions, cast, set);
  expect(await found('盼有人教用手机')).toEqual(['请打我电话 137****5678 或 139****4321，盼有人教用手机']);
  for (const q of ['13712345678', '71234', '1371', '8765', '４３２１6']) expect(await found(q)).toEqual([]);
});
