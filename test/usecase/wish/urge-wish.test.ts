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

const note = '请本周内办好';

it('stands on the timeline and moves nothing', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  const { wish } = await functions.call('wish.urge', { id, note }, cast.liaison.token);
  expect(wish).toMatchObject({ status: 'claimed', rev: 2, holder: { since: '2021-07-01T02:00:00.000Z' } });
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表小组 陈志明', what: '催办', note });
});

it('tells whoever holds the wish', async () => {
  const claimer = theMember(functions);
  const presidium = { role: 'presidium', since: functions.clock.now } as const;
  const wishes = [
    [await aStoredWish(functions, 'submitted'), 'presidium', ['liaison']],
    [await aStoredWish(functions, 'open', { holder: presidium }), 'liaison', ['presidium']],
    [await aStoredWish(functions, 'claimed', { claimer }), 'presidium', ['member']],
    [
      await aStoredWish(functions, 'coordinating', { claimer, departmentIds: ['d1'] }),
      'presidium',
      ['member', 'department'],
    ],
  ] as const;
  for (const [id, who, told] of wishes) {
    await functions.call('wish.urge', { id, note }, cast[who].token);
    for (const one of ['liaison', 'presidium', 'member', 'department'] as const) {
      const text = await toldTo(functions, cast[one], id);
      if ((told as readonly string[]).includes(one)) expect(text).toContain(note);
      else expect(text).toBeUndefined();
    }
  }
});

it('is a leader’s, while somebody is to act', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  for (const who of ['resident', 'member', 'otherLiaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.urge', { id }, cast[who].token)).toBe('FORBIDDEN');
  }
  for (const status of ['needInfo', 'paused', 'fulfilled', 'closed', 'withdrawn'] as const) {
    const other = await aStoredWish(functions, status);
    expect(await functions.refusal('wish.urge', { id: other }, cast.liaison.token)).toBe('WRONG_STATE');
  }
});
