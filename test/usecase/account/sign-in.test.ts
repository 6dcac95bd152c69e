import { account } from '../../../cloudfunctions/account/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { roles } from '../../../domain/caller';
import { startFunctions, type Functions } from '../../support/functions';
import { aResident, aTown, signInAs } from '../../support/town';

let functions: Functions;
beforeAll(async () => {
  functions = await startFunctions([account]);
});
afterAll(() => functions.close());

const deviceKey = 'd'.repeat(32);

describe('an empty town', () => {
  it('has no representative to be, and says what to do first', async () => {
    for (const persona of ['representative', 'liaison']) {
      expect(await functions.send('account.demoSignIn', { persona })).toMatchObject({
        error: { code: 'NOT_FOUND', message: expect.stringContaining('请先导入名册') },
      });
    }
  });

  it('lets a resident and the office in, and gives the department its place once there is one', async () => {
    const before = await functions.call('account.demoSignIn', { persona: 'department' });
    expect(before.me.roles).toEqual(['resident', 'department']);
    expect(before.me.departmentId).toBeUndefined();
    await aTown(functions);
    const after = await functions.call('account.demoSignIn', { persona: 'department' });
    expect(after.me).toMatchObject({ accountId: before.me.accountId, departmentId: 'd1' });
  });
});

describe('a demo town', () => {
  beforeAll(() => aTown(functions));

  it('knows its name and that demo is on', async () => {
    expect(await functions.call('account.settings', {})).toEqual({
      town: '长江镇',
      campaign: '为民服务我先行',
      demo: true,
    });
  });

  it.each([
    ['resident', { name: '王秀兰', roles: ['resident'] }],
    ['representative', { name: '周建平', roles: ['resident', 'representative'], representativeId: 'g1-member' }],
    ['liaison', { name: '陈志明', roles: ['resident', 'representative', 'liaison'], representativeId: 'g1-liaison' }],
    ['presidium', { roles: ['resident', 'presidium'] }],
    ['department', { roles: ['resident', 'department'], departmentId: 'd1' }],
    ['admin', { roles: ['resident', 'admin'] }],
  ] as const)('lets one be the %s', async (persona, expected) => {
    const { token, me } = await functions.call('account.demoSignIn', { persona });
    expect(me).toMatchObject(expected);
    expect(await functions.call('account.me', {}, token)).toEqual({ me });
  });

  it('takes the representative from the group that serves 刘胜村', async () => {
    const { me } = await functions.call('account.demoSignIn', { persona: 'representative' });
    expect(me).toMatchObject({ groupId: 'g1', groupName: '江东代表小组' });
  });

  it('lets one be any representative on the roster, always in the same account', async () => {
    const sign = () =>
      functions.call('account.demoSignIn', { persona: 'representative', representativeId: 'g2-leader' });
    const [first, second] = await Promise.all([sign(), sign()]);
    expect(first.me).toMatchObject({ name: '黄海峰', groupId: 'g2', roles: ['resident', 'representative', 'liaison'] });
    expect(second.me.accountId).toBe(first.me.accountId);
    const other = await functions.call('account.demoSignIn', { persona: 'representative' });
    expect(other.me.accountId).not.toBe(first.me.accountId);
  });

  it('refuses a representative who is not there, a member as liaison, and an unknown persona', async () => {
    const refuse = (data: unknown) => functions.refusal('account.demoSignIn', data);
    expect(await refuse({ persona: 'representative', representativeId: 'nobody' })).toBe('NOT_FOUND');
    expect(await refuse({ persona: 'liaison', representativeId: 'g1-member' })).toBe('INVALID_INPUT');
    expect(await refuse({ persona: 'mayor' })).toBe('INVALID_INPUT');
  });

  it('takes a representative’s role away with the place on the roster', async () => {
    const { token } = await signInAs(functions, 'representative', 'g2-member2');
    const person = await representatives.get('g2-member2');
    await inTransaction((tx) => representatives.replaceAll([{ ...person, active: false }], tx));
    const { me } = await functions.call('account.me', {}, token);
    expect(me.roles).toEqual(['resident']);
    expect(me.representativeId).toBeUndefined();
    const again = { persona: 'representative', representativeId: 'g2-member2' };
    expect(await functions.refusal('account.demoSignIn', again)).toBe('NOT_FOUND');
  });
});

describe('a device', () => {
  it('is one account, also when it signs in many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => functions.call('account.signIn', { deviceKey })),
    );
    expect(new Set(answers.map(({ me }) => me.accountId)).size).toBe(1);
    expect(answers[0]?.me).toMatchObject({ name: '居民', roles: ['resident'] });
  });

  it('needs a key that cannot be guessed', async () => {
    expect(await functions.refusal('account.signIn', { deviceKey: 'short' })).toBe('INVALID_INPUT');
  });

  it('may say what its owner wants to be called; a representative may not', async () => {
    const { token } = await aResident(functions);
    const { me } = await functions.call('account.rename', { name: ' 张阿姨 ' }, token);
    expect(me.name).toBe('张阿姨');
    expect((await functions.call('account.me', {}, token)).me.name).toBe('张阿姨');
    const member = await signInAs(functions, 'representative');
    expect(await functions.refusal('account.rename', { name: '别名' }, member.token)).toBe('FORBIDDEN');
    expect(await functions.refusal('account.rename', { name: '别名' })).toBe('UNAUTHENTICATED');
  });
});

describe('a token', () => {
  it('is refused when it is not ours, has been changed or has run out', async () => {
    const { token } = await functions.call('account.signIn', { deviceKey });
    for (const bad of ['nonsense', `${token}x`, `x${token}`]) {
      expect(await functions.refusal('account.me', {}, bad)).toBe('UNAUTHENTICATED');
    }
    expect(await functions.refusal('account.me', {})).toBe('UNAUTHENTICATED');
    functions.clock.now = new Date('2022-01-01T00:00:00Z');
    expect(await functions.refusal('account.me', {}, token)).toBe('UNAUTHENTICATED');
    functions.clock.now = new Date('2021-07-01T02:00:00Z');
  });
});

it('refuses every demo persona while demo mode is off', async () => {
  await functions.close();
  functions = await startFunctions([account], { demo: false });
  await aTown(functions);
  for (const persona of roles) {
    expect(await functions.refusal('account.demoSignIn', { persona })).toBe('FORBIDDEN');
  }
  expect((await functions.call('account.settings', {})).demo).toBe(false);
});
