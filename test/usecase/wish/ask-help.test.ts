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

const reason = '要接市政电源，一个人办不了';
const aClaimed = (): Promise<string> => aStoredWish(functions, 'claimed', { claimer: theMember(functions) });

it('lays the request on the presidium’s desk until it is refused with a reason', async () => {
  const id = await aClaimed();
  await functions.call('wish.askHelp', { id, reason }, cast.member.token);
  const { wish } = await functions.call('wish.get', { id }, cast.presidium.token);
  expect(wish.helpRequest).toEqual({ at: '2021-07-01T02:00:00.000Z', reason });
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表 周建平', what: '申请部门协办', note: reason });
  expect(wish.allowed).toContain('refuseHelp');
  expect(await toldTo(functions, cast.presidium, id)).toContain(reason);
  expect(await functions.refusal('wish.askHelp', { id, reason }, cast.member.token)).toBe('WRONG_STATE');

  const refused = await functions.call('wish.refuseHelp', { id, reason: '村里可以解决' }, cast.presidium.token);
  expect(refused.wish).not.toHaveProperty('helpRequest');
  expect(refused.wish.timeline.at(-1)).toMatchObject({
    who: '主席团 镇人大办',
    what: '不予交办',
    note: '村里可以解决',
  });
  expect(await toldTo(functions, cast.member, id)).toContain('村里可以解决');
  await functions.call('wish.askHelp', { id, reason }, cast.member.token);
});

it('is asked by the claimer and refused by the presidium alone', async () => {
  const id = await aClaimed();
  for (const who of ['resident', 'otherMember', 'liaison', 'presidium'] as const) {
    expect(await functions.refusal('wish.askHelp', { id, reason }, cast[who].token)).toBe('FORBIDDEN');
  }
  expect(await functions.refusal('wish.refuseHelp', { id, reason }, cast.presidium.token)).toBe('WRONG_STATE');
  await functions.call('wish.askHelp', { id, reason }, cast.member.token);
  for (const who of ['resident', 'member', 'liaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.refuseHelp', { id, reason }, cast[who].token)).toBe('FORBIDDEN');
  }
});

it('has one of two requests at once', async () => {
  const id = await aClaimed();
  const ask = () => functions.send('wish.askHelp', { id, reason }, cast.member.token);
  const answers = await Promise.all([ask(), ask()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
