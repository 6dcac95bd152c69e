import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aTown, signInAs, type Cast } from '../../support/town';

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

const reason = '等电力公司批复';
const resumeOn = '2021-07-20';
const dueAt = new Date('2021-07-11T02:00:00Z');
const aClaimed = (): Promise<string> =>
  aStoredWish(functions, 'claimed', { claimer: theMember(functions), dueAt, submitterId: cast.resident.accountId });

const refusal = (name: string, data: object, token: string) => functions.send(name, data, token);

it('asks a leader, who may refuse with a reason', async () => {
  const id = await aClaimed();
  await functions.call('wish.askPause', { id, reason, resumeOn }, cast.member.token);
  const { wish } = await functions.call('wish.get', { id }, cast.liaison.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    dueAt: dueAt.toISOString(),
    pauseRequest: { who: '代表 周建平', reason, resumeOn: '2021-07-19T16:00:00.000Z' },
  });
  expect(wish.timeline.at(-1)).toMatchObject({ what: '申请暂缓', note: `至 2021年7月20日：${reason}` });
  expect(await toldTo(functions, cast.liaison, id)).toContain('申请暂缓');
  expect(await functions.refusal('wish.askPause', { id, reason, resumeOn }, cast.member.token)).toBe('WRONG_STATE');

  const refused = await functions.call('wish.refusePause', { id, reason: '先办能办的' }, cast.liaison.token);
  expect(refused.wish).not.toHaveProperty('pauseRequest');
  expect(await toldTo(functions, cast.member, id)).toContain('先办能办的');
  expect(await functions.refusal('wish.refusePause', { id, reason }, cast.liaison.token)).toBe('WRONG_STATE');
});

it('stops the clock until the agreed day, and lets it run on with what was left', async () => {
  const id = await aClaimed();
  await functions.call('wish.askPause', { id, reason, resumeOn }, cast.member.token);
  functions.clock.now = new Date('2021-07-03T02:00:00Z');
  const { wish: paused } = await functions.call('wish.pause', { id }, cast.liaison.token);
  expect(paused).toMatchObject({
    status: 'paused',
    holder: { role: 'liaison', since: '2021-07-03T02:00:00.000Z' },
    resumeOn: '2021-07-19T16:00:00.000Z',
  });
  expect(paused).not.toHaveProperty('dueAt');
  expect(paused).not.toHaveProperty('pauseRequest');
  expect(paused.timeline.at(-1)).toMatchObject({
    who: '代表小组 陈志明',
    what: '暂缓',
    note: `至 2021年7月20日：${reason}`,
  });
  for (const who of ['resident', 'member'] as const) {
    expect(await toldTo(functions, cast[who], id)).toContain('2021年7月20日');
  }

  functions.clock.now = new Date('2021-07-13T02:00:00Z');
  const { wish } = await functions.call('wish.resume', { id, note: '批复提前到了' }, cast.member.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    holder: { role: 'representative' },
    dueAt: '2021-07-21T02:00:00.000Z',
    stoppedHours: 240,
  });
  expect(wish).not.toHaveProperty('resumeOn');
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表 周建平', what: '恢复办理', note: '批复提前到了' });
  expect(await toldTo(functions, cast.liaison, id)).toContain('恢复办理');
});

it('tells the departments that it is paused from, and comes back to the presidium without them', async () => {
  const held = { claimer: theMember(functions), departmentIds: ['d1'], dueLeftMs: 86_400_000, dueAt };
  const id = await aStoredWish(functions, 'coordinating', held);
  await functions.call('wish.pause', { id, reason, resumeOn }, cast.presidium.token);
  expect(await toldTo(functions, cast.department, id)).toContain('暂缓');
  // Whose orders are live decides who has it then: test/usecase/order/helpers-and-ends.
  const given = { pausedFrom: 'coordinating', departmentIds: [], resumeOn: dueAt } as const;
  const settled = await aStoredWish(functions, 'paused', given);
  const { wish } = await functions.call('wish.resume', { id: settled }, cast.liaison.token);
  expect(wish).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' } });
});

it('lies on the liaison’s desk where a paper ledger names no day, and goes on in somebody’s hands', async () => {
  const [claimed, unclaimed] = [
    await aStoredWish(functions, 'paused', { claimer: theMember(functions) }),
    await aStoredWish(functions, 'paused'),
  ];
  const { items } = await functions.call('wish.queue', { kind: 'resume' }, cast.liaison.token);
  expect(items.map((task) => task.wishId).sort()).toEqual([claimed, unclaimed].sort());
  const resumed = await functions.call('wish.resume', { id: claimed }, cast.liaison.token);
  expect(resumed.wish).toMatchObject({ status: 'claimed', holder: { role: 'representative' } });
  const { wish } = await functions.call('wish.resume', { id: unclaimed }, cast.liaison.token);
  expect(wish).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' } });
  const { items: settling } = await functions.call('wish.queue', { kind: 'settle' }, cast.presidium.token);
  expect(settling.map((task) => task.wishId)).toContain(unclaimed);
});

it.each([
  ['today', '2021-07-01'],
  ['a day that is past', '2021-06-30'],
  ['a day too far', '2021-09-30'],
])('refuses %s', async (_name, day) => {
  const id = await aClaimed();
  for (const [action, token] of [
    ['wish.askPause', cast.member.token],
    ['wish.pause', cast.liaison.token],
  ] as const) {
    expect(await refusal(action, { id, reason, resumeOn: day }, token)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { resumeOn: expect.any(String) } },
    });
  }
});

it('takes tomorrow and the ninetieth day', async () => {
  for (const day of ['2021-07-02', '2021-09-29']) {
    await functions.call('wish.pause', { id: await aClaimed(), reason, resumeOn: day }, cast.liaison.token);
  }
});

it('needs a reason and a day, from the claimer or from the leader', async () => {
  const id = await aClaimed();
  expect(await refusal('wish.pause', { id }, cast.liaison.token)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { reason: '请写明暂缓的理由', resumeOn: '请选择恢复办理的日期' } },
  });
  await functions.call('wish.askPause', { id, reason, resumeOn }, cast.member.token);
  const { wish } = await functions.call('wish.pause', { id, resumeOn: '2021-07-10' }, cast.liaison.token);
  expect(wish.timeline.at(-1)?.note).toBe(`至 2021年7月10日：${reason}`);
});

it('lets nobody agree to their own request', async () => {
  const claimer = theMember(functions, { representativeId: 'g1-leader', name: '吕国华' });
  const leader = await signInAs(functions, 'liaison', 'g1-leader');
  const id = await aStoredWish(functions, 'claimed', { claimer });
  await functions.call('wish.askPause', { id, reason, resumeOn }, leader.token);
  expect(await functions.refusal('wish.pause', { id }, leader.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('wish.refusePause', { id, reason }, leader.token)).toBe('FORBIDDEN');
  for (const who of ['resident', 'member', 'otherLiaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.pause', { id }, cast[who].token)).toBe('FORBIDDEN');
  }
  await functions.call('wish.pause', { id }, cast.liaison.token);
});

it('has one of two resumptions at once', async () => {
  const id = await aClaimed();
  await functions.call('wish.pause', { id, reason, resumeOn }, cast.liaison.token);
  const answers = await Promise.all(
    [cast.member, cast.liaison].map(({ token }) => functions.send('wish.resume', { id }, token)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'WRONG_STATE' } });
});
