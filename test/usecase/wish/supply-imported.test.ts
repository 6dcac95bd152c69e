import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish } from '../../support/stored-wishes';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, clock, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

it('waits on the liaison’s desk for a wish of a paper ledger, does not lapse, and is supplied there', async () => {
  const id = await aStoredWish(functions, 'needInfo', { selfSubmitted: false });
  const run = { now: new Date(functions.clock.now.getTime() + 30 * 86_400_000).toISOString() };
  await functions.call('clock.run', run, cast.admin.token);
  const { wish: waiting } = await functions.call('wish.get', { id }, cast.liaison.token);
  expect(waiting).toMatchObject({ status: 'needInfo', allowed: expect.arrayContaining(['supply']) });
  const { items } = await functions.call('wish.queue', { kind: 'supply' }, cast.liaison.token);
  expect(items.map((task) => task.wishId)).toEqual([id]);
  expect(await functions.refusal('wish.supply', { id, note: '在村口' }, cast.otherLiaison.token)).toBe('FORBIDDEN');
  const { wish: supplied } = await functions.call('wish.supply', { id, note: '路灯在村口' }, cast.liaison.token);
  expect(supplied).toMatchObject({ status: 'submitted', allowed: expect.arrayContaining(['review']) });
});
