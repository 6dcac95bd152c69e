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

const part = { part: 'goods', note: '出两盏灯' } as const;
const reason = '货源断了';
const aClaimed = (): Promise<string> => aStoredWish(functions, 'claimed', { claimer: theMember(functions) });

async function aJoined(): Promise<string> {
  const id = await aClaimed();
  await functions.call('wish.join', { id, ...part }, cast.otherMember.token);
  return id;
}
const helpersOf = async (id: string) => (await functions.call('wish.get', { id })).wish.helpers;

it('lets another representative take a part, and the claimer keeps the whole', async () => {
  const id = await aJoined();
  const { wish } = await functions.call('wish.get', { id });
  expect(wish).toMatchObject({ status: 'claimed', claimer: { id: 'g1-member' } });
  expect(wish.helpers).toEqual([{ id: 'g2-member', name: '施永康', ...part, at: '2021-07-01T02:00:00.000Z' }]);
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表 施永康', what: '参与合力', note: '出物：出两盏灯' });
  expect(await toldTo(functions, cast.member, id)).toContain('施永康代表参与合力');
});

it('takes part once, and never in one’s own claim or wish', async () => {
  const id = await aJoined();
  expect(await functions.refusal('wish.join', { id, ...part }, cast.otherMember.token)).toBe('WRONG_STATE');
  expect(await functions.refusal('wish.join', { id, ...part }, cast.member.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('wish.join', { id, ...part }, cast.resident.token)).toBe('FORBIDDEN');
  const submitterId = cast.otherMember.accountId;
  const own = await aStoredWish(functions, 'claimed', { claimer: theMember(functions), submitterId });
  expect(await functions.refusal('wish.join', { id: own, ...part }, cast.otherMember.token)).toBe('FORBIDDEN');
  const open = await aStoredWish(functions, 'open');
  expect(await functions.refusal('wish.join', { id: open, ...part }, cast.otherMember.token)).toBe('WRONG_STATE');
});

it('lets two join at once, each by their own or after the other', async () => {
  const id = await aClaimed();
  const join = (token: string) => functions.send('wish.join', { id, ...part }, token);
  const answers = await Promise.all([join(cast.otherMember.token), join(cast.otherLiaison.token)]);
  expect(await helpersOf(id)).toHaveLength(answers.filter(({ ok }) => ok).length);
});

it('lets a helper leave, and be taken out by the claimer or a leader', async () => {
  const own = await aJoined();
  const { wish } = await functions.call('wish.leave', { id: own, reason }, cast.otherMember.token);
  expect(wish.helpers).toEqual([]);
  expect(wish.timeline.at(-1)).toMatchObject({
    who: '代表 施永康',
    what: '退出合力',
    note: `施永康代表退出合力：${reason}`,
  });
  for (const [who, acted] of [
    ['member', '代表 周建平'],
    ['liaison', '代表小组 陈志明'],
    ['presidium', '主席团 镇人大办'],
  ] as const) {
    const id = await aJoined();
    const named = { id, representativeId: 'g2-member', reason };
    const answer = await functions.call('wish.leave', named, cast[who].token);
    expect(answer.wish.helpers).toEqual([]);
    expect(answer.wish.timeline.at(-1)?.who).toBe(acted);
    expect(await toldTo(functions, cast.otherMember, id)).toContain(reason);
  }
});

it('lets a helper take out nobody else', async () => {
  const id = await aJoined();
  await functions.call('wish.join', { id, ...part }, cast.otherLiaison.token);
  const named = { id, representativeId: 'g2-liaison', reason };
  expect(await functions.refusal('wish.leave', named, cast.otherMember.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('wish.leave', { id, reason }, cast.resident.token)).toBe('FORBIDDEN');
  expect(await helpersOf(id)).toHaveLength(2);
});

it('asks a leader whom', async () => {
  const id = await aJoined();
  for (const data of [
    { id, reason },
    { id, reason, representativeId: 'g1-member2' },
  ]) {
    expect(await functions.send('wish.leave', data, cast.presidium.token)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { representativeId: '请选择一位参与合力的代表' } },
    });
  }
});
