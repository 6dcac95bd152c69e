import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const statusOf = async (id: string) => (await functions.call('wish.get', { id }, cast.presidium.token)).wish.status;

it('publishes many at once, and says of each that it leaves why', async () => {
  const ids = [await aStoredWish(functions, 'submitted'), await aStoredWish(functions, 'submitted')];
  const own = await aStoredWish(functions, 'submitted', { submitterId: cast.liaison.accountId });
  const open = await aStoredWish(functions, 'open');
  const all = [...ids, own, open, 'nothing', ...ids];
  const answer = await functions.call('wish.bulk', { act: 'publish', ids: all }, cast.liaison.token);
  expect(answer.done).toEqual(ids);
  expect(answer.refused).toEqual([
    { id: own, code: 'FORBIDDEN', message: expect.any(String) },
    { id: open, code: 'WRONG_STATE', message: expect.stringContaining('待认领') },
    { id: 'nothing', code: 'NOT_FOUND', message: expect.any(String) },
  ]);
  expect(await Promise.all(all.slice(0, 4).map(statusOf))).toEqual(['open', 'open', 'submitted', 'open']);
});

it('assigns many to one representative', async () => {
  const open = await aStoredWish(functions, 'open');
  const own = await aStoredWish(functions, 'open', { submitterId: cast.member.accountId });
  const assignment = { act: 'assign', representativeId: 'g1-member', reason: '同一个村' } as const;
  const answer = await functions.call('wish.bulk', { ...assignment, ids: [open, own] }, cast.liaison.token);
  expect(answer).toEqual({
    done: [open],
    refused: [{ id: own, code: 'INVALID_INPUT', message: expect.stringContaining('自己的心愿') }],
  });
  const { wish } = await functions.call('wish.get', { id: open });
  expect(wish).toMatchObject({ claimer: { id: 'g1-member', assigned: true } });
  const nobody = { ...assignment, representativeId: 'nobody', ids: [own] };
  expect(await functions.refusal('wish.bulk', nobody, cast.liaison.token)).toBe('INVALID_INPUT');
});

it('urges many, each holder for themselves', async () => {
  const claimed = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  const closed = await aStoredWish(functions, 'closed');
  const urge = { act: 'urge' as const, ids: [claimed, closed], note: '月底前办完' };
  const answer = await functions.call('wish.bulk', urge, cast.presidium.token);
  expect(answer).toMatchObject({ done: [claimed], refused: [{ id: closed, code: 'WRONG_STATE' }] });
  expect(await toldTo(functions, cast.member, claimed)).toContain('月底前办完');
});

it('is a leader’s, for fifty at most', async () => {
  const ids = [await aStoredWish(functions, 'submitted')];
  for (const who of ['resident', 'member', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.bulk', { act: 'publish', ids }, cast[who].token)).toBe('FORBIDDEN');
  }
  const other = await functions.call('wish.bulk', { act: 'publish', ids }, cast.otherLiaison.token);
  expect(other).toMatchObject({ done: [], refused: [{ code: 'FORBIDDEN' }] });
  const many = Array.from({ length: 51 }, (_, index) => String(index));
  expect(await functions.refusal('wish.bulk', { act: 'publish', ids: many }, cast.liaison.token)).toBe('INVALID_INPUT');
});
