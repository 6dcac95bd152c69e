import { account } from '../../../cloudfunctions/account/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aRepresentative, aTown, aWishThatIs, signInAs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

it('gives the wish to the representative, with the contact and thirty days', async () => {
  const id = await aWishThatIs('open', functions, cast);
  const { wish } = await functions.call('wish.claim', { id }, cast.otherMember.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    claimer: { id: 'g2-member', name: '施永康', groupId: 'g2', at: '2021-07-01T02:00:00.000Z' },
    dueAt: '2021-07-31T02:00:00.000Z',
    holder: { role: 'representative', since: '2021-07-01T02:00:00.000Z' },
    overdue: false,
    allowed: ['release', 'progress', 'fulfil'],
    mayReveal: true,
  });
});

it('says that a claimed wish is overdue once its day has passed', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  functions.clock.now = new Date('2021-07-31T02:00:00.001Z');
  const { wish } = await functions.call('wish.get', { id });
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  expect(wish.overdue).toBe(true);
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
