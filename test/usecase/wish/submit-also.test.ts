import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import * as rollups from '../../../cloudfunctions/store/rollups';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish } from '../../support/stored-wishes';
import { aCast, aResident, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const also = (alsoOf: string, token: string, set: Parameters<typeof aWish>[0] = {}) =>
  functions.send('wish.submit', aWish({ alsoOf, ...set }), token);

it('registers the wish under its own number, and counts it on the one that is there', async () => {
  const id = await aStoredWish(functions, 'open', { submitterId: cast.resident.accountId });
  const other = await aResident(functions);
  const before = await rollups.sum(undefined, undefined);
  const input = aWish({ alsoOf: id, content: '我们那边的灯也坏了', wisher: { name: '李四', phone: '13900000001' } });
  const { wish: mine } = await functions.call('wish.submit', input, other.token);
  const { wish: master } = await functions.call('wish.get', { id });
  expect(mine).toMatchObject({
    status: 'merged',
    content: '我们那边的灯也坏了',
    wisher: '李四',
    holder: { role: 'none' },
    master: { id, code: master.code, status: 'open' },
    reason: `并入 ${master.code}`,
    mine: true,
  });
  expect(mine.code).not.toBe(master.code);
  expect(master).toMatchObject({ mergedCount: 1, rev: 2 });
  expect(master.timeline.at(-1)).toMatchObject({ who: '居民', what: '我也有这个心愿' });
  expect(JSON.stringify(master)).not.toMatch(/李四|13900000001|我们那边/);
  const { registered, status } = await rollups.sum(undefined, undefined);
  expect([registered - before.registered, status.merged - before.status.merged]).toEqual([1, 1]);

  expect((await functions.call('wish.submit', input, other.token)).wish.id).toBe(mine.id);
  expect((await wishes.get(id)).mergedCount).toBe(1);
});

it('shows whoever has it too how the other stands', async () => {
  const id = await aStoredWish(functions, 'open');
  const { wish: mine } = await functions.call('wish.submit', aWish({ alsoOf: id }), cast.resident.token);
  await functions.call('wish.claim', { id }, cast.member.token);
  await functions.call('wish.fulfil', { id, note: '路灯已经修好', outcomes: [] }, cast.member.token);
  const { wish: seen } = await functions.call('wish.get', { id: mine.id }, cast.resident.token);
  expect(seen).toMatchObject({ master: { status: 'fulfilled' }, allowed: ['rate'] });
});

it('refuses a wish that is not there, not public, or at its end', async () => {
  const refused = [
    'nothing',
    await aStoredWish(functions, 'submitted'),
    await aStoredWish(functions, 'closed'),
    await aStoredWish(functions, 'open', { hidden: { reason: '核实中', who: '主席团', at: functions.clock.now } }),
  ];
  for (const id of refused) {
    expect(await also(id, cast.resident.token)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { alsoOf: expect.any(String) } },
    });
  }
});

it('lets nobody have the same wish twice, but a scribe write it down for many', async () => {
  const own = await aStoredWish(functions, 'open', { submitterId: cast.resident.accountId });
  expect(await also(own, cast.resident.token)).toMatchObject({ error: { code: 'DUPLICATE' } });
  const id = await aStoredWish(functions, 'open');
  expect(await also(id, cast.resident.token)).toMatchObject({ ok: true });
  expect(await also(id, cast.resident.token)).toMatchObject({
    error: { code: 'DUPLICATE', message: expect.stringMatching(/CJ-2021-\d{4}/) },
  });
  for (const name of ['李四', '赵五']) {
    const wisher = { name, phone: '13900000001' };
    expect(await also(id, cast.member.token, { wisher, channel: 'walk' })).toMatchObject({ ok: true });
  }
  expect((await wishes.get(id)).mergedCount).toBe(3);
});

it('counts every one of many at once, and of the same person’s only one', async () => {
  const id = await aStoredWish(functions, 'open');
  const people = await Promise.all(Array.from({ length: 8 }, () => aResident(functions)));
  const answers = await Promise.all([...people, ...people].map(({ token }) => also(id, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
  expect(await wishes.get(id)).toMatchObject({ mergedCount: 8, rev: 9 });
});

it('is told apart from a claim at the same moment by the revision, and follows it', async () => {
  const id = await aStoredWish(functions, 'open');
  const people = await Promise.all(Array.from({ length: 4 }, () => aResident(functions)));
  const [claimed, ...joined] = await Promise.all([
    functions.send('wish.claim', { id }, cast.otherMember.token),
    ...people.map(({ token }) => also(id, token)),
  ]);
  expect(joined.every(({ ok }) => ok)).toBe(true);
  if (!claimed.ok) expect(claimed.error.code).toBe('WRONG_STATE');
  const { status } = await wishes.get(id);
  expect((await wishes.listMerged(id)).map(({ master }) => master?.status)).toEqual(Array(4).fill(status));
});

it('asks a stranger to sign in', async () => {
  expect(await functions.refusal('wish.submit', aWish({ alsoOf: newId() }))).toBe('UNAUTHENTICATED');
});
