import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aRepresentative, aTown, aWishThatIs, signInAs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, points, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const reason = '没几天又不亮了';
const ended = (status: 'closed' | 'answered' = 'closed', set: Parameters<typeof aStoredWish>[2] = {}) =>
  aStoredWish(functions, status, {
    claimer: theMember(functions, { contactedAt: functions.clock.now }),
    submitterId: cast.resident.accountId,
    endedAt: functions.clock.now,
    rating: 'satisfied',
    resolved: 'yes',
    closeClass: 'A',
    ...set,
  });

it.each(['closed', 'answered'] as const)('takes up again a wish that is %s, with half the time', async (status) => {
  const explanation = { text: '等明年的项目', way: 'phone' as const, at: functions.clock.now };
  const id = await ended(status, status === 'answered' ? { explanation, followUpOn: functions.clock.now } : {});
  functions.clock.now = new Date('2021-07-10T00:00:00Z');
  const { wish: reopened } = await functions.call('wish.reopen', { id, reason }, cast.resident.token);
  expect(reopened).toMatchObject({
    status: 'claimed',
    reopenCount: 1,
    dueAt: '2021-07-30T15:59:59.999Z',
    claimer: { id: 'g1-member' },
    holder: { role: 'representative', since: '2021-07-10T00:00:00.000Z' },
  });
  const stored = await wishes.get(id);
  for (const field of ['rating', 'resolved', 'comment', 'closeClass', 'endedAt', 'explanation', 'followUpOn']) {
    expect(stored).not.toHaveProperty(field);
  }
  // The weekly note is owed from now on.
  expect(stored.plan).toMatchObject({ kind: 'progress', actBy: new Date('2021-07-17T00:00:00Z') });
  const publicly = await functions.call('wish.get', { id });
  expect(publicly.wish.timeline.at(-1)).toMatchObject({ who: '居民', what: '重新办理', note: reason });
  for (const who of [cast.member, cast.liaison]) expect(await toldTo(functions, who, id)).toContain(reason);
});

it('waits for another claimer when the first has left the roster', async () => {
  const gone = aRepresentative(functions, { _id: newId(), name: newId(), groupId: 'g1', order: 9, active: false });
  await inTransaction((tx) => representatives.replaceAll([gone], tx));
  const id = await ended('closed', { claimer: theMember(functions, { representativeId: gone._id }) });
  const { wish: reopened } = await functions.call('wish.reopen', { id, reason }, cast.liaison.token);
  expect(reopened).toMatchObject({ status: 'open', holder: { role: 'liaison' }, reopenCount: 1 });
  expect(reopened).not.toHaveProperty('claimer');
  expect(await toldTo(functions, cast.resident, id)).toContain('重新办理');
});

it('is the wisher’s and the leaders’ who have not claimed it; never the scribe’s', async () => {
  const id = await ended();
  for (const { token } of [cast.member, cast.otherMember, cast.otherLiaison, cast.admin, cast.department]) {
    expect(await functions.refusal('wish.reopen', { id, reason }, token)).toBe('FORBIDDEN');
  }
  expect(await functions.refusal('wish.reopen', { id, reason })).toBe('UNAUTHENTICATED');
  const written = await ended('closed', { selfSubmitted: false });
  expect(await functions.refusal('wish.reopen', { id: written, reason }, cast.resident.token)).toBe('FORBIDDEN');
  const leader = await signInAs(functions, 'liaison', 'g1-leader');
  const own = await ended('closed', { claimer: theMember(functions, { representativeId: 'g1-leader' }) });
  expect(await functions.refusal('wish.reopen', { id: own, reason }, leader.token)).toBe('FORBIDDEN');
});

it('is refused after thirty days, and the third time to all but the presidium', async () => {
  const late = await ended();
  const often = await ended('closed', { reopenCount: 2 });
  functions.clock.now = new Date('2021-07-31T02:00:01Z');
  expect(await functions.refusal('wish.reopen', { id: late, reason }, cast.resident.token)).toBe('WRONG_STATE');
  functions.clock.now = new Date('2021-07-05T02:00:00Z');
  for (const { token } of [cast.resident, cast.liaison]) {
    expect(await functions.refusal('wish.reopen', { id: often, reason }, token)).toBe('WRONG_STATE');
  }
  const { wish: again } = await functions.call('wish.reopen', { id: often, reason }, cast.presidium.token);
  expect(again.reopenCount).toBe(3);
});

it.each(['open', 'claimed', 'fulfilled'] as const)('refuses a wish that is %s', async (status) => {
  const id = await aStoredWish(functions, status, { submitterId: cast.resident.accountId });
  expect(await functions.refusal('wish.reopen', { id, reason }, cast.resident.token)).toBe('WRONG_STATE');
});

it('reverses the points where the presidium finds that it was not so, once, and nowhere else', async () => {
  const earned = async () => {
    const { items } = await functions.call('points.entries', { representativeId: 'g1-member' }, cast.presidium.token);
    return items.filter(({ rule }) => rule === 'W4').map(({ delta }) => delta);
  };
  const id = await aWishThatIs('closed', functions, cast);
  expect(await earned()).toEqual([4]);
  for (const { token } of [cast.resident, cast.liaison]) {
    expect(await functions.refusal('wish.reopen', { id, reason, untrue: true }, token)).toBe('FORBIDDEN');
  }
  const input = { id, reason, untrue: true };
  const answers = await Promise.all([1, 2].map(() => functions.send('wish.reopen', input, cast.presidium.token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await earned()).sort()).toEqual([-4, 4]);
  const { wish: seen } = await functions.call('wish.get', { id });
  expect(seen.timeline.at(-1)).toMatchObject({ what: '重新办理', note: `经查办结情况不实：${reason}` });

  const honest = await aWishThatIs('closed', functions, cast);
  await functions.call('wish.reopen', { id: honest, reason }, cast.resident.token);
  expect((await earned()).reduce((sum, delta) => sum + delta, 0)).toBe(4);
});
