import { account } from '../../../cloudfunctions/account/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aResident, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});

const invite = (data: Record<string, unknown>, token = cast.admin.token) =>
  functions.send('account.invite', data, token);
const redeem = (code: string, token: string) => functions.send('account.redeemInvite', { code }, token);

async function aCode(): Promise<string> {
  return (await functions.call('account.invite', { representativeId: 'g1-member' }, cast.presidium.token)).code;
}

it('binds the account that redeems it to the person on the roster', async () => {
  const { code, expiresAt } = await functions.call(
    'account.invite',
    { representativeId: 'g1-liaison' },
    cast.admin.token,
  );
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(expiresAt).toBe('2021-07-08T02:00:00.000Z');
  const { token, accountId } = await aResident(functions);
  expect(await redeem(code, token)).toMatchObject({
    ok: true,
    data: { me: { accountId, name: '陈志明', roles: ['resident', 'representative', 'liaison'], groupId: 'g1' } },
  });
  expect((await functions.call('account.me', {}, token)).me.representativeId).toBe('g1-liaison');
});

it('grants roles, keeping those that the account has', async () => {
  const { token } = await aResident(functions);
  for (const input of [
    { roles: ['presidium' as const], name: '李主任' },
    { roles: ['department' as const], departmentId: 'd1' },
  ]) {
    const { code } = await functions.call('account.invite', input, cast.admin.token);
    await redeem(code, token);
  }
  const { me } = await functions.call('account.me', {}, token);
  expect(me).toMatchObject({ name: '李主任', roles: ['resident', 'presidium', 'department'], departmentId: 'd1' });
});

it('forgives how a code is typed', async () => {
  const code = await aCode();
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).replaceAll('2', '２')} `;
  expect((await redeem(typed, (await aResident(functions)).token)).ok).toBe(true);
});

it('is good once, for one of many at once', async () => {
  const code = await aCode();
  const people = await Promise.all(Array.from({ length: 8 }, () => aResident(functions)));
  const answers = await Promise.all(people.map(({ token }) => redeem(code, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toHaveLength(7);
  for (const answer of answers) {
    if (!answer.ok)
      expect(answer.error).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('邀请码') });
  }
  const bound = await Promise.all(people.map(({ token }) => functions.call('account.me', {}, token)));
  expect(bound.filter(({ me }) => me.representativeId === 'g1-member')).toHaveLength(1);
});

it('is no longer good after seven days', async () => {
  const code = await aCode();
  const { token } = await aResident(functions);
  functions.clock.now = new Date('2021-07-08T02:00:00Z');
  expect(await redeem(code, token)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

it('stops an account that guesses, until the next day', async () => {
  const { token } = await aResident(functions);
  const guesses = await Promise.all(Array.from({ length: 10 }, (_, index) => redeem(`WRONG${index}AA`, token)));
  expect(new Set(guesses.map((answer) => !answer.ok && answer.error.code))).toEqual(new Set(['NOT_FOUND']));
  const code = await aCode();
  expect(await redeem(code, token)).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  functions.clock.now = new Date('2021-07-02T02:00:00Z');
  expect((await redeem(code, token)).ok).toBe(true);
});

it('refuses an invitation to nothing, to nobody, or to a department that is none', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{}, 'roles'],
    [{ name: '某人' }, 'roles'],
    [{ representativeId: 'nobody' }, 'representativeId'],
    [{ roles: ['department'] }, 'departmentId'],
    [{ roles: ['department'], departmentId: 'd9' }, 'departmentId'],
    [{ roles: ['liaison'] }, 'roles.0'],
  ];
  for (const [data, field] of wrong) {
    expect(await invite(data)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { [field]: expect.any(String) } },
    });
  }
});

it('is issued by presidium and admin only, and only an admin makes an admin', async () => {
  for (const { token } of [cast.resident, cast.member, cast.liaison, cast.department]) {
    expect(await functions.refusal('account.invite', { representativeId: 'g1-member' }, token)).toBe('FORBIDDEN');
  }
  expect(await functions.refusal('account.invite', { roles: ['admin'] }, cast.presidium.token)).toBe('FORBIDDEN');
  expect(await invite({ roles: ['admin'] })).toMatchObject({ ok: true });
  expect(await functions.refusal('account.redeemInvite', { code: 'ABCDEFGH' })).toBe('UNAUTHENTICATED');
});
