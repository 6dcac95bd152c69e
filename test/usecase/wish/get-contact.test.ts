import { account } from '../../../cloudfunctions/account/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { wishStatuses, type WishStatus } from '../../../domain/wish';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember } from '../../support/stored-wishes';
import { aCast, aPhoto, aTown, signInAs, type Cast, type Person } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, order, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const why = '联系居民上门查看';
const reveal = (id: string, { token }: Person) => functions.send('wish.reveal', { id, why }, token);
const codeOf = async (id: string, who: Person): Promise<string> => {
  const answer = await reveal(id, who);
  return answer.ok ? 'shown' : answer.error.code;
};

/** Whom a status shows the contact; all others hear that they may not, or that there is no such wish. */
const always = ['resident', 'liaison', 'presidium'] as const;
const shownTo: Record<WishStatus, readonly (keyof Cast)[]> = {
  submitted: always,
  needInfo: always,
  open: always,
  claimed: [...always, 'member'],
  coordinating: [...always, 'member'],
  paused: [...always, 'member'],
  fulfilled: [...always, 'member'],
  closed: always,
  answered: always,
  rejected: always,
  merged: always,
  withdrawn: always,
};

it.each(wishStatuses)('shows the contact of a wish that is %s only to whom it concerns', async (status) => {
  const id = await aStoredWish(functions, status, {
    submitterId: cast.resident.accountId,
    claimer: theMember(functions),
    helpers: [{ representativeId: 'g2-member', name: '施永康', part: 'labour', note: '帮忙', at: functions.clock.now }],
    departmentIds: ['d1'],
  });
  for (const [role, who] of Object.entries(cast)) {
    const { mayReveal } =
      (await functions.call('wish.get', { id }, who.token).catch(() => ({ wish: null }))).wish ?? {};
    const isShown = (shownTo[status] as readonly string[]).includes(role);
    expect([role, (await codeOf(id, who)) === 'shown', mayReveal ?? false]).toEqual([role, isShown, isShown]);
  }
});

it('masks again what was released, and what was given to another', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  expect(await codeOf(id, cast.member)).toBe('shown');
  await functions.call('wish.release', { id, reason: '要出差一个月' }, cast.member.token);
  expect(await codeOf(id, cast.member)).toBe('FORBIDDEN');
  await functions.call('wish.assign', { id, representativeId: 'g1-member2', reason: '住得近' }, cast.liaison.token);
  expect(await codeOf(id, cast.member)).toBe('FORBIDDEN');
  const second = await signInAs(functions, 'representative', 'g1-member2');
  expect(await codeOf(id, second)).toBe('shown');
  await functions.call('wish.decline', { id, reason: '这周不在镇上' }, second.token);
  expect(await codeOf(id, second)).toBe('FORBIDDEN');
});

it('asks why, and tells the wisher who looked, when and why', async () => {
  const id = await aStoredWish(functions, 'claimed', {
    claimer: theMember(functions),
    submitterId: cast.resident.accountId,
  });
  expect(await functions.refusal('wish.reveal', { id, why: ' ' }, cast.member.token)).toBe('INVALID_INPUT');
  await Promise.all([reveal(id, cast.member), reveal(id, cast.liaison)]);
  const { wish: own } = await functions.call('wish.get', { id }, cast.resident.token);
  const when = functions.clock.now.toISOString();
  expect([...(own.reveals ?? [])].sort((a, b) => a.who.localeCompare(b.who, 'en'))).toEqual(
    [
      { who: '代表 周建平', when, why },
      { who: '代表小组 陈志明', when, why },
    ].sort((a, b) => a.who.localeCompare(b.who, 'en')),
  );
  for (const { token } of [cast.member, cast.liaison, cast.presidium]) {
    expect((await functions.call('wish.get', { id }, token)).wish).not.toHaveProperty('reveals');
  }
});

describe('a department', () => {
  const content = '王小红家门口的路灯坏了，请打 13959171093';

  it('sees the wish of its order, with masks, and what other departments do not', async () => {
    const photos = [await aPhoto(cast.resident)];
    const hidden = { reason: '核实中', who: '主席团', at: functions.clock.now };
    const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions), content, photos });
    await functions.call(
      'order.issue',
      { wishId: id, departmentId: 'd1', dueDays: 15, reason: '需要安装路灯' },
      cast.presidium.token,
    );
    const { wish: seen } = await functions.call('wish.get', { id }, cast.department.token);
    expect(seen).toMatchObject({
      content: '某某家门口的路灯坏了，请打 139****1093',
      wisher: '王**',
      photos: [],
      orders: [{ role: 'lead', status: 'issued' }],
      mayReveal: false,
    });
    expect((await functions.call('wish.get', { id })).wish.orders).toEqual([]);

    const others = await aStoredWish(functions, 'coordinating', { departmentIds: ['d2'], hidden });
    expect(await functions.refusal('wish.get', { id: others }, cast.department.token)).toBe('NOT_FOUND');
    const open = await aStoredWish(functions, 'coordinating', {
      departmentIds: ['d2'],
      helpRequest: { at: functions.clock.now, reason: '需要施工队' },
    });
    expect((await functions.call('wish.get', { id: open }, cast.department.token)).wish).not.toHaveProperty(
      'helpRequest',
    );
  });
});

it('shows a hidden wish only to those who deal with it', async () => {
  const hidden = { reason: '核实中', who: '主席团', at: functions.clock.now };
  const id = await aStoredWish(functions, 'claimed', {
    hidden,
    claimer: theMember(functions),
    submitterId: cast.resident.accountId,
  });
  for (const { token } of [cast.resident, cast.member, cast.liaison, cast.presidium, cast.admin]) {
    expect((await functions.call('wish.get', { id }, token)).wish.hidden).toBe(true);
  }
  for (const { token } of [cast.otherMember, cast.otherLiaison, cast.department]) {
    expect(await functions.refusal('wish.get', { id }, token)).toBe('NOT_FOUND');
  }
  expect(await functions.refusal('wish.get', { id })).toBe('NOT_FOUND');
});
