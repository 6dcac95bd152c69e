import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as orders from '../../../cloudfunctions/store/orders';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aResident, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, order, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const reason = '家里已经自己修好';
const aClaimed = () =>
  aStoredWish(functions, 'claimed', { claimer: theMember(functions), submitterId: cast.resident.accountId });
const get = async (id: string, token: string) => (await functions.call('wish.get', { id }, token)).wish;

it('takes a wish back from a department: its order ends with it', async () => {
  const id = await aClaimed();
  const issue = { wishId: id, departmentId: 'd1', dueDays: 15, reason: '需要安装路灯' };
  await functions.call('order.issue', issue, cast.presidium.token);
  const { wish: withdrawn } = await functions.call('wish.withdraw', { id, reason }, cast.resident.token);
  expect(withdrawn).toMatchObject({ status: 'withdrawn', reason, holder: { role: 'none' } });
  const [ended] = await orders.listByWish(id);
  expect(ended).toMatchObject({ status: 'cancelled', timeline: [{}, { who: '居民' }] });
  expect((await wishes.get(id)).departmentIds).toBeUndefined();
  expect(await toldTo(functions, cast.department, id)).toContain('撤回');
  expect(await toldTo(functions, cast.member, id)).toContain(`撤回：${reason}`);
});

it('takes a wish back that is paused', async () => {
  const id = await aClaimed();
  await functions.call('wish.pause', { id, reason: '等电力公司批复', resumeOn: '2021-07-20' }, cast.liaison.token);
  await functions.call('wish.withdraw', { id, reason }, cast.resident.token);
  const stored = await wishes.get(id);
  expect(stored).toMatchObject({ status: 'withdrawn' });
  for (const field of ['resumeOn', 'pausedFrom', 'dueLeftMs']) expect(stored).not.toHaveProperty(field);
});

it('lets the presidium do it at the wisher’s word, and says who did', async () => {
  const id = await aClaimed();
  await functions.call('wish.withdraw', { id, reason }, cast.presidium.token);
  const { timeline } = await get(id, cast.resident.token);
  expect(timeline.at(-1)).toMatchObject({ who: '主席团 镇人大办', what: '应心愿人要求撤回', note: reason });
  expect(await toldTo(functions, cast.resident, id)).toContain('应心愿人要求撤回');
});

it('lets those stand for themselves again that were merged into it, and keeps the other’s reason to itself', async () => {
  const id = await aStoredWish(functions, 'open', { submitterId: cast.resident.accountId });
  const people = [await aResident(functions), await aResident(functions)];
  const merged = await Promise.all(
    people.map(async ({ token }) => (await functions.call('wish.submit', aWish({ alsoOf: id }), token)).wish.id),
  );
  const { code } = await wishes.get(id);
  functions.clock.now = new Date('2021-07-03T02:00:00Z');
  await functions.call('wish.withdraw', { id, reason }, cast.resident.token);
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  expect((await wishes.get(id)).mergedCount).toBeUndefined();
  for (const [index, mine] of merged.entries()) {
    const who = people[index] ?? cast.resident;
    const revived = await get(mine, who.token);
    expect(revived).toMatchObject({
      status: 'submitted',
      holder: { role: 'liaison', since: '2021-07-03T02:00:00.000Z' },
    });
    expect(revived).not.toHaveProperty('master');
    expect(revived.timeline.at(-1)).toMatchObject({
      who: '系统',
      what: '恢复办理',
      note: `并入的 ${code} 已撤回，重新审核`,
    });
    expect(JSON.stringify(revived)).not.toContain(reason);
    expect(await toldTo(functions, who, mine)).toContain('重新审核');
    expect(await toldTo(functions, cast.liaison, mine)).toContain('重新审核');
    await functions.call('wish.review', { id: mine, decision: 'publish' }, cast.liaison.token);
  }
});

it('leaves no order running when it is issued at the same moment', async () => {
  const id = await aClaimed();
  const issue = { wishId: id, departmentId: 'd1', dueDays: 15, reason: '需要安装路灯' };
  const [withdrawn] = await Promise.all([
    functions.send('wish.withdraw', { id, reason }, cast.resident.token),
    functions.send('order.issue', issue, cast.presidium.token),
  ]);
  const { status } = await wishes.get(id);
  expect(status).toBe(withdrawn.ok ? 'withdrawn' : 'coordinating');
  const running = (await orders.listByWish(id)).filter((one) => one.status === 'issued');
  expect(running).toHaveLength(withdrawn.ok ? 0 : 1);
});
