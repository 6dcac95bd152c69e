import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const reason = '不在本地，联系不便';

it('opens the wish again, keeps the history, and hides the contact from the former claimer', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  const { wish } = await functions.call('wish.release', { id, reason }, cast.member.token);
  expect(wish).toMatchObject({ status: 'open', holder: { role: 'liaison' }, mayReveal: false });
  expect(wish.claimer).toBeUndefined();
  expect(wish.dueAt).toBeUndefined();
  expect(wish.timeline.map(({ what }) => what)).toEqual(['提交', '审核通过', '认领', '退回认领']);
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表 周建平', note: reason });
  expect(await functions.refusal('wish.reveal', { id, why: '联系居民' }, cast.member.token)).toBe('FORBIDDEN');
  const again = await functions.call('wish.claim', { id }, cast.otherMember.token);
  expect(again.wish.claimer?.name).toBe('施永康');
});

it('lets a leader take it back in the leader’s own name', async () => {
  const byLiaison = await aWishThatIs('claimed', functions, cast);
  const { wish } = await functions.call('wish.release', { id: byLiaison, reason }, cast.liaison.token);
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表小组 陈志明', what: '收回认领' });
  const byPresidium = await aWishThatIs('claimed', functions, cast);
  const answer = await functions.call('wish.release', { id: byPresidium, reason }, cast.presidium.token);
  expect(answer.wish.timeline.at(-1)?.who).toBe('主席团 镇人大办');
});

it('takes an earlier fulfilment and its rating along, so that the next claimer starts clean', async () => {
  const id = await aWishThatIs('fulfilled', functions, cast);
  await functions.call('wish.rate', { id, rating: 'unsatisfied', comment: '灯还是不亮' }, cast.resident.token);
  const { wish } = await functions.call('wish.release', { id, reason }, cast.member.token);
  expect(wish).toMatchObject({ status: 'open', outcomes: [] });
  expect(wish).not.toHaveProperty('result');
  expect(wish.rating).toBeUndefined();
  expect(wish.comment).toBeUndefined();
});

it('lets go of all that the claim began, and tells the former claimer, the wisher and whoever took part', async () => {
  const asked = { at: functions.clock.now, reason: '等批复' };
  const helper = { representativeId: 'g2-member', name: '施永康', part: 'goods', note: '出灯', at: asked.at } as const;
  const id = await aStoredWish(functions, 'claimed', {
    claimer: theMember(functions, { contactedAt: asked.at }),
    submitterId: cast.resident.accountId,
    helpers: [helper],
    helpRequest: asked,
    pauseRequest: { ...asked, who: '代表 周建平', resumeOn: asked.at },
  });
  await functions.call('wish.release', { id, reason }, cast.liaison.token);
  const { wish } = await functions.call('wish.get', { id }, cast.presidium.token);
  expect(wish.helpers).toEqual([]);
  for (const field of ['claimer', 'helpRequest', 'pauseRequest', 'dueAt']) expect(wish).not.toHaveProperty(field);
  for (const who of ['member', 'otherMember', 'resident'] as const) {
    expect(await toldTo(functions, cast[who], id)).toContain(`收回认领：${reason}`);
  }
});

it('refuses another representative and another group’s liaison', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  for (const { token } of [cast.otherMember, cast.otherLiaison]) {
    expect(await functions.refusal('wish.release', { id, reason }, token)).toBe('FORBIDDEN');
  }
});

it('tells a claimer whose claim a leader took back who did it and when', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  functions.clock.now = new Date('2021-07-02T06:05:00Z');
  await functions.call('wish.release', { id, reason }, cast.liaison.token);
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  for (const [action, data] of [
    ['wish.release', { id, reason }],
    ['wish.progress', { id, note: '正在联系' }],
    ['wish.fulfil', { id, note: '已经修好', outcomes: [] }],
  ] as const) {
    expect(await functions.send(action, data, cast.member.token)).toMatchObject({
      error: {
        code: 'WRONG_STATE',
        message: expect.stringContaining('7月2日 14:05 代表小组 陈志明：收回认领'),
        details: { status: 'open', who: '代表小组 陈志明', at: '2021-07-02T06:05:00.000Z' },
      },
    });
  }
});

it('tells a former claimer who has the wish now', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  await functions.call('wish.release', { id, reason }, cast.liaison.token);
  await functions.call('wish.claim', { id }, cast.otherMember.token);
  expect(await functions.send('wish.progress', { id, note: '正在联系' }, cast.member.token)).toMatchObject({
    error: { code: 'FORBIDDEN', message: expect.stringContaining('施永康'), details: { who: '施永康' } },
  });
});

it('refuses a wish that nobody has claimed', async () => {
  const id = await aWishThatIs('open', functions, cast);
  expect(await functions.refusal('wish.release', { id, reason }, cast.member.token)).toBe('WRONG_STATE');
});

it('lets one of a release and a progress note at once win; the other hears who moved', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  const answers = await Promise.all([
    functions.send('wish.release', { id, reason }, cast.liaison.token),
    functions.send('wish.progress', { id, note: '正在联系' }, cast.member.token),
  ]);
  const won = answers.filter(({ ok }) => ok);
  expect(won.length).toBeGreaterThanOrEqual(1);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.error).toMatchObject({ code: 'WRONG_STATE', details: { who: expect.any(String) } });
  }
});
