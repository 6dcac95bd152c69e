import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import type { RepresentativeDoc } from '../../../cloudfunctions/store/representatives';
import * as rollups from '../../../cloudfunctions/store/rollups';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, toldTo } from '../../support/stored-wishes';
import { aCast, aRepresentative, aTown, aWish, aWishThatIs, signInAs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
let claimer: RepresentativeDoc;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish, points]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

/** Every test has a claimer of its own, so that no cap and no sum reaches from one into another. */
beforeEach(async () => {
  const _id = newId();
  claimer = aRepresentative(functions, { _id, name: `代表${_id}`, groupId: 'g1', order: 9 });
  await inTransaction((tx) => representatives.replaceAll([claimer], tx));
  cast = { ...cast, member: await signInAs(functions, 'representative', _id) };
});

const entries = async () =>
  (await functions.call('points.entries', { representativeId: claimer._id }, cast.presidium.token)).items;

const earned = async (): Promise<number> => (await entries()).reduce((sum, { delta }) => sum + delta, 0);

const figures = () => rollups.sum(undefined, undefined);

it.each([
  ['easy', 'satisfied', 2],
  ['medium', 'fair', 3.2],
  ['hard', 'satisfied', 6],
] as const)('pays a %s wish rated %s with %d points', async (difficulty, rating, expected) => {
  const id = await aWishThatIs('submitted', functions, cast);
  await functions.call('wish.review', { id, decision: 'publish', difficulty }, cast.liaison.token);
  await functions.call('wish.claim', { id }, cast.member.token);
  await functions.call('wish.fulfil', { id, note: '已经办好', outcomes: [] }, cast.member.token);
  const { wish } = await functions.call('wish.rate', { id, rating, comment: '谢谢' }, cast.resident.token);
  expect(wish).toMatchObject({ status: 'closed', rating, comment: '谢谢', holder: { role: 'none' } });
  expect(await earned()).toBe(expected);
  expect(await entries()).toMatchObject([{ rule: 'W4', delta: expected, ref: { kind: 'wish', id, label: wish.code } }]);
});

it('leaves 是否解决 unknown where nobody was asked', async () => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const before = await figures();
  const { wish } = await functions.call('wish.rate', { id, rating: 'satisfied' }, cast.resident.token);
  expect(wish.status).toBe('closed');
  expect(wish.resolved).toBeUndefined();
  const { asked, resolved, satisfaction } = await figures();
  expect([asked - before.asked, resolved - before.resolved]).toEqual([0, 0]);
  expect(satisfaction.satisfied - before.satisfaction.satisfied).toBe(1);
});

it.each([
  { rating: 'unsatisfied' },
  { rating: 'satisfied', resolved: 'no' },
  { rating: 'unsatisfied', resolved: 'yes' },
] as const)('sends a wish back with half the time: %o', async (answer) => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const { satisfaction } = await figures();
  functions.clock.now = new Date('2021-07-10T00:00:00Z');
  const { wish } = await functions.call('wish.rate', { id, ...answer }, cast.resident.token);
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  expect(wish).toMatchObject({
    status: 'claimed',
    rating: answer.rating,
    claimer: { id: claimer._id },
    // Fifteen working days, half of a facility's thirty.
    dueAt: '2021-07-30T15:59:59.999Z',
    holder: { role: 'representative', since: '2021-07-10T00:00:00.000Z' },
  });
  expect(await earned()).toBe(0);
  expect((await figures()).satisfaction).toEqual(satisfaction);

  const again = await functions.call('wish.fulfil', { id, note: '重新办理', outcomes: [] }, cast.member.token);
  expect(again.wish.rating).toBeUndefined();
  await functions.call('wish.rate', { id, rating: 'satisfied', resolved: 'yes' }, cast.resident.token);
  expect(await earned()).toBe(4);
});

it('takes the answer that a liaison or the presidium heard on a call-back', async () => {
  const first = await aWishThatIs('fulfilled', functions, cast);
  const { wish } = await functions.call(
    'wish.rate',
    { id: first, rating: 'fair', resolved: 'partly' },
    cast.liaison.token,
  );
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表小组 陈志明', what: '回访：基本满意、部分解决' });
  const second = await aWishThatIs('fulfilled', functions, cast);
  const byOffice = await functions.call('wish.rate', { id: second, rating: 'satisfied' }, cast.presidium.token);
  expect(byOffice.wish.timeline.at(-1)?.who).toBe('主席团 镇人大办');
});

it.each([
  ['yes', 'A'],
  ['partly', 'B'],
  [undefined, 'B'],
] as const)('calls an end solved only where the wisher says so: %s', async (resolved, closeClass) => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const answer = { id, rating: 'fair', ...(resolved === undefined ? {} : { resolved }) } as const;
  const { wish } = await functions.call('wish.rate', answer, cast.resident.token);
  expect(wish).toMatchObject({ status: 'closed', closeClass });
  expect((await wishes.get(id)).endedAt).toEqual(functions.clock.now);
  expect(await toldTo(functions, cast.member, id)).toContain('基本满意');
  expect(await toldTo(functions, cast.liaison, id)).toContain('已办结');
});

it('says how the wisher was reached', async () => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const call = { id, rating: 'satisfied', resolved: 'yes', way: 'phone' } as const;
  const { wish } = await functions.call('wish.rate', call, cast.liaison.token);
  expect(wish.timeline.at(-1)?.what).toBe('回访（电话）：满意、已解决');
});

it('leaves to whoever claims it what the presidium called done and the wisher did not', async () => {
  const id = await aStoredWish(functions, 'fulfilled', {
    submitterId: cast.resident.accountId,
    result: { note: '部门已办', photos: [], at: functions.clock.now },
  });
  const { wish } = await functions.call('wish.rate', { id, rating: 'unsatisfied' }, cast.resident.token);
  expect(wish).toMatchObject({ status: 'open', holder: { role: 'liaison' } });
  expect(wish).not.toHaveProperty('result');
  expect((await functions.call('wish.claim', { id }, cast.member.token)).wish.status).toBe('claimed');
});

it('refuses everybody else', async () => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const stranger = await signInAs(functions, 'resident');
  expect(await functions.refusal('wish.rate', { id, rating: 'satisfied' })).toBe('UNAUTHENTICATED');
  for (const { token } of [stranger, cast.member, cast.otherMember, cast.otherLiaison, cast.admin, cast.department]) {
    expect(await functions.refusal('wish.rate', { id, rating: 'satisfied' }, token)).toBe('FORBIDDEN');
  }
});

it('refuses the claimer who is also the group’s liaison, and a scribe who is no leader', async () => {
  const { wish } = await functions.call('wish.submit', aWish(), cast.otherMember.token);
  const { id } = wish;
  await functions.call('wish.review', { id, decision: 'publish' }, cast.presidium.token);
  await functions.call('wish.claim', { id }, cast.liaison.token);
  await functions.call('wish.fulfil', { id, note: '已经办好', outcomes: [] }, cast.liaison.token);
  for (const { token } of [cast.liaison, cast.otherMember]) {
    expect(await functions.refusal('wish.rate', { id, rating: 'satisfied' }, token)).toBe('FORBIDDEN');
  }
});

it.each(['open', 'claimed', 'closed'] as const)('refuses a wish that is %s', async (status) => {
  const id = await aWishThatIs(status, functions, cast);
  expect(await functions.refusal('wish.rate', { id, rating: 'satisfied' }, cast.resident.token)).toBe('WRONG_STATE');
});

it('pays once, however often and by however many the same wish is rated', async () => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  const rate = ({ token }: { token: string }) =>
    functions.send('wish.rate', { id, rating: 'satisfied', resolved: 'yes' }, token);
  const callers = [cast.resident, cast.resident, cast.liaison, cast.presidium, cast.resident, cast.liaison];
  const answers = await Promise.all(callers.map(rate));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rate(cast.resident)).toMatchObject({ error: { code: 'WRONG_STATE' } });
  expect(await earned()).toBe(4);
  expect(await entries()).toHaveLength(1);
});
