import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import * as rollups from '../../../cloudfunctions/store/rollups';
import type { NewWish } from '../../../cloudfunctions/store/wish-doc';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aPhoto, aResident, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, order, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const aClaimed = (set: Partial<NewWish> = {}): Promise<string> =>
  aStoredWish(functions, 'claimed', { claimer: theMember(functions), ...set });

const acts = [
  ['wish.progress', { note: '已经联系电工' }],
  ['wish.fulfil', { note: '路灯已经修好', outcomes: [] }],
] as const;

it('keeps progress on the timeline without moving the wish', async () => {
  const id = await aClaimed();
  const photo = await aPhoto(cast.member);
  const { wish } = await functions.call('wish.progress', { id, note: '已到现场', photos: [photo] }, cast.member.token);
  expect(wish).toMatchObject({ status: 'claimed', holder: { role: 'representative' } });
  expect(wish.timeline.at(-1)).toMatchObject({
    who: '代表 周建平',
    what: '办理进展',
    note: '已到现场',
    photos: [{ id: photo }],
  });
});

it('records what was done and what it brought, and waits for the wisher', async () => {
  const id = await aClaimed();
  const before = await rollups.sum(undefined, undefined);
  const outcomes = [
    { kind: 'gift' as const, amountYuan: 500 },
    { kind: 'lecture' as const, sessions: 1, people: 40 },
  ];
  const { wish } = await functions.call('wish.fulfil', { id, note: '送去慰问金', outcomes }, cast.member.token);
  expect(wish).toMatchObject({
    status: 'fulfilled',
    holder: { role: 'resident' },
    outcomes,
    result: { note: '送去慰问金', at: '2021-07-01T02:00:00.000Z', photos: [] },
  });
  const after = await rollups.sum(undefined, undefined);
  expect(after.status.fulfilled - before.status.fulfilled).toBe(1);
  expect(after.status.claimed - before.status.claimed).toBe(-1);
  expect(after.amountFen - before.amountFen).toBe(50_000);
  expect(after.lecturePeople - before.lecturePeople).toBe(40);
});

it.each(acts)('%s is the claimer’s alone', async (action, data) => {
  const id = await aClaimed();
  expect(await functions.refusal(action, { ...data, id })).toBe('UNAUTHENTICATED');
  for (const { token } of [cast.resident, cast.otherMember, cast.liaison, cast.presidium, cast.admin]) {
    expect(await functions.refusal(action, { ...data, id }, token)).toBe('FORBIDDEN');
  }
});

it.each(acts)('%s needs a wish in hand', async (action, data) => {
  for (const status of ['submitted', 'open', 'fulfilled', 'closed'] as const) {
    const id = await aStoredWish(functions, status);
    expect(await functions.refusal(action, { ...data, id }, cast.member.token)).toBe('WRONG_STATE');
  }
});

it.each(acts)('%s takes only photos that the claimer brought', async (action, data) => {
  const id = await aClaimed();
  const photos = [await aPhoto(cast.otherMember)];
  expect(await functions.refusal(action, { ...data, id, photos }, cast.member.token)).toBe('INVALID_INPUT');
});

it('lets one of two fulfilments at once stand', async () => {
  const id = await aClaimed();
  const fulfil = (note: string) =>
    functions.send('wish.fulfil', { id, note, outcomes: [{ kind: 'goods', amountYuan: 10 }] }, cast.member.token);
  const answers = await Promise.all([fulfil('第一次提交'), fulfil('第二次提交')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'WRONG_STATE', details: { who: '代表 周建平' } },
  });
  const { wish } = await functions.call('wish.get', { id });
  expect(wish.timeline.filter(({ what }) => what === '办结')).toHaveLength(1);
});

const done = { note: '已接好电源，装了两盏灯', outcomes: [] };

it('settles what was asked for, and tells every wisher, whoever takes part and the liaison', async () => {
  const asked = { at: functions.clock.now, reason: '等批复' };
  const helper = { representativeId: 'g2-member', name: '施永康', part: 'labour', note: '出工', at: asked.at } as const;
  const id = await aClaimed({
    submitterId: cast.resident.accountId,
    helpers: [helper],
    helpRequest: asked,
    pauseRequest: { ...asked, who: '代表 周建平', resumeOn: asked.at },
    callBacks: [{ at: asked.at, who: '代表小组 陈志明', way: 'phone', outcome: 'noAnswer' }],
  });
  const master = { id, code: 'CJ-2021-0001', status: 'claimed', at: asked.at } as const;
  const wisher = await aResident(functions);
  const merged = await aStoredWish(functions, 'merged', { submitterId: wisher.accountId, master });
  await functions.call('wish.fulfil', { id, ...done }, cast.member.token);
  const { wish } = await functions.call('wish.get', { id }, cast.presidium.token);
  expect(wish).toMatchObject({ status: 'fulfilled', callBacks: [], helpers: [{ id: 'g2-member' }] });
  for (const field of ['helpRequest', 'pauseRequest']) expect(wish).not.toHaveProperty(field);
  for (const who of ['resident', 'otherMember', 'liaison'] as const) {
    expect(await toldTo(functions, cast[who], id)).toContain('已办结');
  }
  expect(await toldTo(functions, cast.member, id)).toBeUndefined();
  expect(await toldTo(functions, wisher, merged)).toContain(wish.code);
});

it('is the presidium’s while a department has it, once the lead has answered', async () => {
  const id = await aClaimed();
  const issue = { wishId: id, departmentId: 'd1', dueDays: 5, reason: '接市政电源' };
  const { order } = await functions.call('order.issue', issue, cast.presidium.token);
  expect(await functions.refusal('wish.fulfil', { id, ...done }, cast.member.token)).toBe('FORBIDDEN');
  expect(await functions.send('wish.fulfil', { id, ...done }, cast.presidium.token)).toMatchObject({
    error: { code: 'WRONG_STATE', message: '主办部门还没有答复，答复以后才能办结', details: { holder: 'department' } },
  });
  expect((await functions.call('wish.get', { id })).wish.status).toBe('coordinating');

  await functions.call('order.accept', { id: order.id }, cast.department.token);
  const text = '已由供电所接通，计划 2021 年 7 月 3 日前复查';
  await functions.call('order.answer', { id: order.id, text, closeClass: 'A' }, cast.department.token);
  const { wish } = await functions.call('wish.fulfil', { id, ...done }, cast.presidium.token);
  expect(wish).toMatchObject({ status: 'fulfilled', claimer: { id: 'g1-member' }, holder: { role: 'resident' } });
  expect(wish.timeline.at(-1)).toMatchObject({ who: '主席团 镇人大办', what: '办结' });
  expect(wish.orders).toMatchObject([{ id: order.id, status: 'filed' }]);
  expect(await toldTo(functions, cast.member, id)).toContain('已办结');
});
