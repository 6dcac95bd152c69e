import { account } from '../../cloudfunctions/account/use-cases';
import { clock } from '../../cloudfunctions/clock/use-cases';
import { inviteFirstAdmin } from '../../local/first-admin';
import * as accounts from '../../cloudfunctions/store/accounts';
import { startFunctions, type Functions } from '../support/functions';
import { aResident, type Person } from '../support/town';

const NOW = new Date('2021-07-01T02:00:00Z');
let functions: Functions;
let admin: Person;
beforeAll(async () => {
  functions = await startFunctions([account, clock], { demo: false, now: NOW });
  admin = await aResident(functions);
});
afterAll(() => functions.close());

it('makes whoever spends the first invite the administrator, and then invites nobody more', async () => {
  const code = (await inviteFirstAdmin(NOW)) ?? '';
  const { me } = await functions.call('account.redeemInvite', { code }, admin.token);
  expect(me.roles).toContain('admin');
  const second = await aResident(functions);
  expect(await functions.refusal('account.redeemInvite', { code }, second.token)).toBe('NOT_FOUND');
  expect(await inviteFirstAdmin(NOW)).toBeNull();
});

it('leaves the clock alone where demo mode is off', async () => {
  expect(await functions.refusal('clock.run', { now: NOW.toISOString() }, admin.token)).toBe('FORBIDDEN');
});

it('knows no demo account any more, even by a token that demo mode once gave', async () => {
  const demo = { _id: 'old-demo', identity: 'demo:admin:', name: '系统管理员', granted: ['admin' as const] };
  await accounts.ensureOnce({ ...demo, createdAt: NOW });
  expect(await functions.refusal('account.me', {}, functions.host.issueToken('old-demo'))).toBe('UNAUTHENTICATED');
});
