import { account } from '../../../cloudfunctions/account/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish } from '../../support/stored-wishes';
import { aCast, aRepresentative, aTown, aWishThatIs, signInAs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

it('gives the wish to the representative, with the contact and the days of its category', async () => {
  const id = await aWishThatIs('open', functions, cast, { category: 'care' });
  const { wish } = await functions.call('wish.claim', { id }, cast.otherMember.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    claimer: { id: 'g2-member', name: '施永康', groupId: 'g2', at: '2021-07-01T02:00:00.000Z' },
    dueAt: '2021-07-11T02:00:00.000Z',
    holder: { role: 'representative', since: '2021-07-01T02:00:00.000Z' },
    overdue: false,
    allowed: ['contact', 'progress', 'release', 'askHelp', 'askPause', 'fulfil'],
    mayReveal: true,
  });
});

it('says that a claimed wish is overdue once its day has passed', async () => {
  const id = await aWishThatIs('claimed', functions, cast, { category: 'care' });
  functions.clock.now = new Date('2021-07-11T02:00:00.001Z');
  const { wish } = await functions.call('wish.get', { id });
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  expect(wish.overdue).toBe(true);
});

it('counts a facility’s thirty working days, and the days that the review promised', async () => {
  const facility = await aStoredWish(functions, 'open', { category: 'facility' });
  const { wish: slow } = await functions.call('wish.claim', { id: facility }, cast.otherLiaison.token);
  expect(slow.dueAt).toBe('2021-08-12T15:59:59.999Z');
  const promised = await aStoredWish(functions, 'open', { category: 'facility', dueDays: 3 });
  const { wish: quick } = await functions.call('wish.claim', { id: promised }, cast.otherLiaison.token);
  expect(quick.dueAt).toBe('2021-07-04T02:00:00.000Z');
});

it('lets one representative have five in hand, also when two are claimed at once', async () => {
  const { token } = await signInAs(functions, 'representative', 'g2-leader');
  for (let index = 0; index < 4; index += 1) {
    await functions.call('wish.claim', { id: await aStoredWish(functions, 'open') }, token);
  }
  const two = [await aStoredWish(functions, 'open'), await aStoredWish(functions, 'open')];
  const answers = await Promise.all(two.map((id) => functions.send('wish.claim', { id }, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'TOO_MANY_CLAIMS', message: expect.stringContaining('5 个'), details: { limit: 5 } },
  });
  const statuses = await Promise.all(two.map(async (id) => (await functions.call('wish.get', { id })).wish.status));
  expect([...statuses].sort()).toEqual(['claimed', 'open']);

  const { items } = await functions.call('wish.list', { scope: 'claimed' }, token);
  const [released] = items;
  await functions.call('wish.release', { id: released?.id ?? '', reason: '换一个来办' }, token);
  const left = two[statuses.indexOf('open')] ?? '';
  expect((await functions.send('wish.claim', { id: left }, token)).ok).toBe(true);
});

it('refuses a second claim and names the claimer, even to the claimer', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  for (const { token } of [cast.otherMember, cast.member]) {
    expect(await functions.send('wish.claim', { id }, token)).toMatchObject({
      error: { code: 'ALREADY_CLAIMED', message: '这个心愿刚刚被周建平代表认领了', details: { claimer: '周建平' } },
    });
  }
});

it.each(['resident', 'presidium', 'department', 'admin'] as const)('refuses the %s', async (who) => {
  const id = await aWishThatIs('open', functions, cast);
  expect(await functions.refusal('wish.claim', { id }, cast[who].token)).toBe('FORBIDDEN');
});

it('refuses a wish that is not published', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  expect(await functions.refusal('wish.claim', { id }, cast.member.token)).toBe('WRONG_STATE');
  expect(await functions.refusal('wish.claim', { id: 'nothing' }, cast.member.token)).toBe('NOT_FOUND');
});

it('has exactly one winner of two hundred representatives at once', async () => {
  const people = Array.from({ length: 200 }, (_, index) =>
    aRepresentative(functions, { _id: `r${index}`, name: `代表${index}`, groupId: 'g1', order: 100 + index }),
  );
  await inTransaction((tx) => representatives.replaceAll(people, tx));
  const tokens = await Promise.all(
    people.map(async ({ _id }) => (await signInAs(functions, 'representative', _id)).token),
  );
  const id = await aWishThatIs('open', functions, cast);
  const answers = await Promise.all(tokens.map((token) => functions.send('wish.claim', { id }, token)));

  const { wish } = await functions.call('wish.get', { id });
  const winner = wish.claimer?.name ?? '';
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(winner).toBe(`代表${answers.findIndex(({ ok }) => ok)}`);
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['ALREADY_CLAIMED']));
  expect(refusals.filter(({ message }) => message.includes(winner))).toHaveLength(199);
  expect(wish.timeline.filter(({ what }) => what === '认领')).toHaveLength(1);
});
