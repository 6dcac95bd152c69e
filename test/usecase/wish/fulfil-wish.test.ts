import { account } from '../../../cloudfunctions/account/use-cases';
import * as rollups from '../../../cloudfunctions/store/rollups';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const acts = [
  ['wish.progress', { note: '已经联系电工' }],
  ['wish.fulfil', { note: '路灯已经修好', outcomes: [] }],
] as const;

it('keeps progress on the timeline without moving the wish', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  const photo = await aPhoto(cast.member);
  const { wish } = await functions.call('wish.progress', { id, note: '已到现场', photos: [photo] }, cast.member.token);
  expect(wish).toMatchObject({ status: 'claimed', holder: { role: 'representative' } });
  expect(wish.timeline.at(-1)).toMatchObject({
    who: '代表 周建平',
    what: '办理进展',
    note: '已到现场',
    photos: [{ id: photo }],
  });
});

it('records what was done and what it brought, and waits for the wisher', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  const before = await rollups.sum(undefined, undefined);
  const outcomes = [
    { kind: 'gift' as const, amountYuan: 500 },
    { kind: 'lecture' as const, sessions: 1, people: 40 },
  ];
  const { wish } = await functions.call('wish.fulfil', { id, note: '送去慰问金', outcomes }, cast.member.token);
  expect(wish).toMatchObject({
    status: 'fulfilled',
    holder: { role: 'resident' },
    outcomes,
    result: { note: '送去慰问金', at: '2021-07-01T02:00:00.000Z', photos: [] },
  });
  const after = await rollups.sum(undefined, undefined);
  expect(after.status.fulfilled - before.status.fulfilled).toBe(1);
  expect(after.status.claimed - before.status.claimed).toBe(-1);
  expect(after.amountFen - before.amountFen).toBe(50_000);
  expect(after.lecturePeople - before.lecturePeople).toBe(40);
});

it.each(acts)('%s is the claimer’s alone', async (action, data) => {
  const id = await aWishThatIs('claimed', functions, cast);
  expect(await functions.refusal(action, { ...data, id })).toBe('UNAUTHENTICATED');
  for (const { token } of [cast.resident, cast.otherMember, cast.liaison, cast.presidium, cast.admin]) {
    expect(await functions.refusal(action, { ...data, id }, token)).toBe('FORBIDDEN');
  }
});

it.each(acts)('%s needs a wish in hand', async (action, data) => {
  for (const status of ['submitted', 'open', 'fulfilled', 'closed'] as const) {
    const id = await aWishThatIs(status, functions, cast);
    expect(await functions.refusal(action, { ...data, id }, cast.member.token)).toBe('WRONG_STATE');
  }
});

it.each(acts)('%s takes only photos that the claimer brought', async (action, data) => {
  const id = await aWishThatIs('claimed', functions, cast);
  const photos = [await aPhoto(cast.otherMember)];
  expect(await functions.refusal(action, { ...data, id, photos }, cast.member.token)).toBe('INVALID_INPUT');
});

it('lets one of two fulfilments at once stand', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  const fulfil = (note: string) =>
    functions.send('wish.fulfil', { id, note, outcomes: [{ kind: 'goods', amountYuan: 10 }] }, cast.member.token);
  const answers = await Promise.all([fulfil('第一次提交'), fulfil('第二次提交')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'WRONG_STATE', details: { who: '代表 周建平' } },
  });
  const { wish } = await functions.call('wish.get', { id });
  expect(wish.timeline.filter(({ what }) => what === '办结')).toHaveLength(1);
});
