import { aWish } from '../../support/town';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';

let town: ClockTown;
beforeAll(async () => {
  town = await aClockTown();
});
afterAll(() => town.close());

it('lets each wish that was merged into a lapsed one stand for itself again', async () => {
  const { call, cast, tokenOf } = town;
  const { wish: master } = await call('wish.submit', aWish(), cast.resident.token);
  const { wish: merged } = await call('wish.submit', aWish(), cast.member.token);
  await call('wish.review', { id: merged.id, decision: 'merge', into: master.id }, cast.liaison.token);
  await call('wish.review', { id: master.id, decision: 'askInfo', reason: '请说明具体位置' }, cast.liaison.token);
  await town.runAt(new Date(TOWN_NOW.getTime() + 15 * 86_400_000));

  const seen = async (id: string) => (await call('wish.get', { id }, tokenOf(cast.presidium))).wish;
  expect(await seen(master.id)).toMatchObject({ status: 'withdrawn' });
  const revived = await seen(merged.id);
  expect(revived).toMatchObject({ status: 'submitted', holder: { role: 'liaison' } });
  expect(revived).not.toHaveProperty('master');
  expect(revived.timeline.at(-1)).toMatchObject({ what: '恢复办理', note: expect.stringContaining(master.code) });
  expect((await town.toldOf(merged.id)).member?.[0]).toContain('重新审核');
});
