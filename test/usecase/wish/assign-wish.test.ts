import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aRepresentative, aTown, signInAs, type Cast } from '../../support/town';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';

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

const reason = '离您住处最近';
const assignment = { representativeId: 'g1-member', reason };
const refusalOf = async (data: object, token: string) => functions.send('wish.assign', data, token);

it('gives the wish to the representative in the leader’s name, and tells those concerned', async () => {
  const submitterId = cast.resident.accountId;
  const id = await aStoredWish(functions, 'open', { submitterId, category: 'care' });
  await functions.call('wish.assign', { id, ...assignment }, cast.liaison.token);
  const { wish } = await functions.call('wish.get', { id }, cast.member.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    claimer: { id: 'g1-member', name: '周建平', assigned: true },
    dueAt: '2021-07-11T02:00:00.000Z',
    holder: { role: 'representative' },
    mayReveal: true,
  });
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表小组 陈志明', what: '指派', note: `周建平代表：${reason}` });
  expect(wish.allowed).toContain('decline');
  expect(await toldTo(functions, cast.member, id)).toContain(reason);
  expect(await toldTo(functions, cast.resident, id)).toContain('已指派给周建平代表');
});

it('knows no limit of claims, but what was assigned counts in it', async () => {
  for (let index = 0; index < 6; index += 1) {
    const id = await aStoredWish(functions, 'open');
    await functions.call('wish.assign', { id, representativeId: 'g2-member2', reason }, cast.presidium.token);
  }
  const { token } = await signInAs(functions, 'representative', 'g2-member2');
  const id = await aStoredWish(functions, 'open');
  expect(await functions.refusal('wish.claim', { id }, token)).toBe('TOO_MANY_CLAIMS');
});

it('asks for somebody who is on the roster now', async () => {
  const gone = aRepresentative(functions, { _id: 'gone', name: '钱老', groupId: 'g1', order: 90, active: false });
  await inTransaction((tx) => representatives.replaceAll([gone], tx));
  const id = await aStoredWish(functions, 'open');
  for (const representativeId of ['gone', 'nobody']) {
    expect(await refusalOf({ id, representativeId, reason }, cast.liaison.token)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { representativeId: '没有找到这位代表，可能已不在名册上' } },
    });
  }
});

it('gives nobody their own wish, but may give one the wish that they wrote down for another', async () => {
  const own = await aStoredWish(functions, 'open', { submitterId: cast.member.accountId });
  expect(await refusalOf({ id: own, ...assignment }, cast.liaison.token)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { representativeId: expect.stringContaining('自己的心愿') } },
  });
  const scribed = { submitterId: cast.member.accountId, selfSubmitted: false };
  const id = await aStoredWish(functions, 'open', scribed);
  expect((await refusalOf({ id, ...assignment }, cast.liaison.token)).ok).toBe(true);
});

it.each(['resident', 'member', 'otherLiaison', 'department', 'admin'] as const)('refuses the %s', async (who) => {
  const id = await aStoredWish(functions, 'open');
  expect(await functions.refusal('wish.assign', { id, ...assignment }, cast[who].token)).toBe('FORBIDDEN');
});

it('refuses what is not open, naming the holder', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  expect(await refusalOf({ id, ...assignment }, cast.liaison.token)).toMatchObject({
    error: { code: 'WRONG_STATE', details: { status: 'claimed', holder: 'representative' } },
  });
});

it('has one winner of an assignment and a claim at once', async () => {
  const id = await aStoredWish(functions, 'open');
  const answers = await Promise.all([
    functions.send('wish.assign', { id, ...assignment }, cast.liaison.token),
    functions.send('wish.claim', { id }, cast.otherMember.token),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { wish } = await functions.call('wish.get', { id });
  expect(wish.timeline).toHaveLength(2);
});

describe('declining', () => {
  const decline = { reason: '近期住院，无法办理' };
  const assigned = (at = functions.clock.now) => theMember(functions, { at, assignedBy: '代表小组 陈志明' });

  it('opens the wish again and hides the contact; nobody declines the same wish twice', async () => {
    const id = await aStoredWish(functions, 'claimed', { claimer: assigned(), dueAt: functions.clock.now });
    const { wish } = await functions.call('wish.decline', { id, ...decline }, cast.member.token);
    expect(wish).toMatchObject({ status: 'open', holder: { role: 'liaison' }, mayReveal: false });
    expect(wish).not.toHaveProperty('dueAt');
    expect(wish.timeline.at(-1)).toMatchObject({ who: '代表 周建平', what: '谢绝指派', note: decline.reason });
    expect(await toldTo(functions, cast.liaison, id)).toContain('周建平代表谢绝了指派');
    await functions.call('wish.assign', { id, ...assignment }, cast.liaison.token);
    const again = await functions.send('wish.decline', { id, ...decline }, cast.member.token);
    expect(again).toMatchObject({ error: { code: 'WRONG_STATE', message: expect.stringContaining('只能谢绝一次') } });
  });

  it('is possible for a day, and only of what was assigned', async () => {
    const id = await aStoredWish(functions, 'claimed', { claimer: assigned() });
    const own = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
    expect(await functions.refusal('wish.decline', { id: own, ...decline }, cast.member.token)).toBe('WRONG_STATE');
    functions.clock.now = new Date('2021-07-02T02:00:00.001Z');
    expect(await functions.refusal('wish.decline', { id, ...decline }, cast.member.token)).toBe('WRONG_STATE');
    functions.clock.now = new Date('2021-07-02T02:00:00Z');
    await functions.call('wish.decline', { id, ...decline }, cast.member.token);
  });

  it('is the assigned one’s alone', async () => {
    const id = await aStoredWish(functions, 'claimed', { claimer: assigned() });
    for (const who of ['otherMember', 'liaison', 'presidium'] as const) {
      expect(await functions.refusal('wish.decline', { id, ...decline }, cast[who].token)).toBe('FORBIDDEN');
    }
  });
});

it('keeps a leader who assigns to themself to the limit of claims, and nobody else', async () => {
  const claimer = { ...theMember(functions), representativeId: 'g1-leader', name: '吕国华' };
  for (let i = 0; i < 5; i += 1) await aStoredWish(functions, 'claimed', { claimer });
  const id = await aStoredWish(functions, 'open');
  const leader = await signInAs(functions, 'liaison', 'g1-leader');
  const given = { id, representativeId: 'g1-leader', reason };
  expect(await functions.refusal('wish.assign', given, leader.token)).toBe('TOO_MANY_CLAIMS');
  const { wish } = await functions.call('wish.assign', given, cast.presidium.token);
  expect(wish).toMatchObject({ status: 'claimed', claimer: { id: 'g1-leader' } });
});
