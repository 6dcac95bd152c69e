import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, type Cast } from '../../support/town';

const start = new Date('2021-07-01T02:00:00Z');
const HOUR = 3600_000;

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish], { now: start });
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const pass = (hours: number): void => {
  functions.clock.now = new Date(functions.clock.now.getTime() + hours * HOUR);
};
const held = async (id: string) => {
  const { wish: seen } = await functions.call('wish.get', { id }, cast.liaison.token);
  const byRole = Object.fromEntries(seen.heldHours.map(({ role, hours }) => [role, hours]));
  const sum = seen.heldHours.reduce((total, { hours }) => total + hours, 0);
  return { byRole, sum, stopped: seen.stoppedHours };
};
const passed = (): number => (functions.clock.now.getTime() - start.getTime()) / HOUR;

it('tells how long each has held a wish, and of it how long the clock stood; the times add up to the whole', async () => {
  const { call } = functions;
  const { wish: submitted } = await call('wish.submit', aWish(), cast.resident.token);
  const { id } = submitted;
  const check = async (byRole: Record<string, number>, stopped: number): Promise<void> => {
    const now = await held(id);
    expect(now).toMatchObject({ byRole, stopped });
    expect(now.sum).toBeCloseTo(passed());
  };
  pass(3);
  await check({ liaison: 3 }, 0);
  await call('wish.review', { id, decision: 'askInfo', reason: '请说明是哪一盏灯' }, cast.liaison.token);
  pass(10);
  await check({ liaison: 3, resident: 10 }, 10);
  await call('wish.supply', { id, note: '村委会门口那盏' }, cast.resident.token);
  pass(2);
  await call('wish.review', { id, decision: 'publish' }, cast.liaison.token);
  pass(5);
  await check({ liaison: 10, resident: 10 }, 10);
  await call('wish.claim', { id }, cast.member.token);
  pass(7);
  await call('wish.pause', { id, reason: '等电力公司批复', resumeOn: '2021-07-20' }, cast.liaison.token);
  pass(24);
  await check({ liaison: 34, resident: 10, representative: 7 }, 34);
  await call('wish.resume', { id }, cast.member.token);
  pass(1);
  await call('wish.fulfil', { id, note: '路灯已经修好', outcomes: [] }, cast.member.token);
  pass(4);
  await check({ liaison: 34, resident: 14, representative: 8 }, 34);
  await call('wish.rate', { id, rating: 'satisfied', resolved: 'yes' }, cast.resident.token);
  const whole = passed();
  pass(100);
  const closed = await held(id);
  expect(closed.sum).toBeCloseTo(whole);
  await call('wish.reopen', { id, reason: '没几天又不亮了' }, cast.resident.token);
  pass(6);
  await check({ none: 100, representative: 14 }, 34);
});
