import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish, points]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const review = (data: Record<string, unknown>, token = cast.liaison.token) =>
  functions.send('wish.review', data, token);

it('publishes with a difficulty and a promise that counts from the claim', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  const answer = await review({ id, decision: 'publish', difficulty: 'easy', dueDays: 10 });
  expect(answer).toMatchObject({ ok: true, data: { wish: { status: 'open', holder: { role: 'liaison' } } } });
  const { wish } = await functions.call('wish.claim', { id }, cast.member.token);
  expect(wish.dueAt).toBe('2021-07-11T02:00:00.000Z');
});

it('pays the representative who collected a wish once it is published, and only once', async () => {
  const { wish } = await functions.call('wish.submit', aWish(), cast.member.token);
  await Promise.all(Array.from({ length: 5 }, () => review({ id: wish.id, decision: 'publish' })));
  const { items } = await functions.call('points.entries', { representativeId: 'g1-member' }, cast.member.token);
  expect(items).toMatchObject([{ rule: 'W2', delta: 1, month: '2021-07', ref: { kind: 'wish', label: wish.code } }]);
});

it('rejects with a reason that the wisher reads and the public does not', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  expect(await review({ id, decision: 'reject' })).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { reason: expect.stringContaining('理由') } },
  });
  const reason = '属于交警职责，请拨打 122';
  expect(await review({ id, decision: 'reject', reason })).toMatchObject({
    data: { wish: { status: 'rejected', reason } },
  });
  const { wish } = await functions.call('wish.get', { id }, cast.resident.token);
  expect(wish).toMatchObject({ status: 'rejected', reason, holder: { role: 'none' }, allowed: [] });
  expect(await functions.refusal('wish.get', { id })).toBe('NOT_FOUND');
});

it('asks for more, takes the answer, and reviews again', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  expect(await review({ id, decision: 'askInfo' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  await review({ id, decision: 'askInfo', reason: '请说明是哪一盏灯' });
  const asked = await functions.call('wish.get', { id }, cast.resident.token);
  expect(asked.wish).toMatchObject({ status: 'needInfo', reason: '请说明是哪一盏灯', allowed: ['supply', 'withdraw'] });
  const { wish } = await functions.call('wish.supply', { id, note: '村委会门口那盏' }, cast.resident.token);
  expect(wish).toMatchObject({ status: 'submitted', holder: { role: 'liaison' } });
  expect(wish.reason).toBeUndefined();
  expect(await review({ id, decision: 'publish' })).toMatchObject({ data: { wish: { status: 'open' } } });
});

describe('a merge', () => {
  it('needs a target that is another wish, there, and not at its end', async () => {
    const id = await aWishThatIs('submitted', functions, cast);
    const rejected = await aWishThatIs('submitted', functions, cast);
    await review({ id: rejected, decision: 'reject', reason: '重复登记' });
    for (const into of [undefined, id, 'nothing', rejected]) {
      expect(await review({ id, decision: 'merge', into })).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { into: expect.any(String) } },
      });
    }
  });

  it('ends the wish, tells the wisher where it went, and notes it on the target', async () => {
    const target = await functions.call('wish.get', { id: await aWishThatIs('open', functions, cast) });
    const id = await aWishThatIs('open', functions, cast);
    expect(await review({ id, decision: 'merge', into: target.wish.id, reason: '同一盏路灯' })).toMatchObject({
      data: { wish: { status: 'merged', reason: `并入 ${target.wish.code}：同一盏路灯` } },
    });
    const { wish } = await functions.call('wish.get', { id: target.wish.id });
    expect(wish.timeline.at(-1)).toMatchObject({ what: '并入' });
  });

  it('never merges two wishes into each other', async () => {
    const [a, b] = [await aWishThatIs('open', functions, cast), await aWishThatIs('open', functions, cast)];
    const answers = await Promise.all([
      review({ id: a, decision: 'merge', into: b }),
      review({ id: b, decision: 'merge', into: a }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: expect.stringMatching(/^(WRONG_STATE|INVALID_INPUT)$/) } });
  });
});

it.each([
  ['a resident', 'resident'],
  ['an ordinary member', 'member'],
  ['another group’s liaison', 'otherLiaison'],
  ['the admin', 'admin'],
] as const)('refuses %s', async (_who, who) => {
  const id = await aWishThatIs('submitted', functions, cast);
  expect(await functions.refusal('wish.review', { id, decision: 'publish' }, cast[who].token)).toBe('FORBIDDEN');
});

it('refuses to let anybody review their own wish', async () => {
  const { wish } = await functions.call('wish.submit', aWish({ channel: 'self' }), cast.liaison.token);
  const code = await functions.refusal('wish.review', { id: wish.id, decision: 'publish' }, cast.liaison.token);
  expect(code).toBe('FORBIDDEN');
  expect(wish.allowed).not.toContain('review');
});

it('refuses a second review and says who decided and when', async () => {
  const id = await aWishThatIs('open', functions, cast);
  expect(await review({ id, decision: 'reject', reason: '重复' }, cast.presidium.token)).toMatchObject({
    error: {
      code: 'WRONG_STATE',
      message: expect.stringContaining('7月1日 10:00 代表小组 陈志明：审核通过'),
      details: { status: 'open', holder: 'liaison', who: '代表小组 陈志明', at: '2021-07-01T02:00:00.000Z' },
    },
  });
});

it('lets one of two reviewers at once decide, and tells the other who did', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  const answers = await Promise.all([
    review({ id, decision: 'publish' }),
    review({ id, decision: 'reject', reason: '不属实' }, cast.presidium.token),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'WRONG_STATE', details: { who: expect.any(String), at: '2021-07-01T02:00:00.000Z' } },
  });
});
