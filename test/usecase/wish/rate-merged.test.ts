import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aResident, aTown, aWish, signInAs, type Cast, type Person } from '../../support/town';

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

interface Merged {
  master: string;
  id: string;
  who: Person;
}

/** A wish somebody else has too, called done by 周建平. */
async function aMerged(): Promise<Merged> {
  const claimer = theMember(functions, { contactedAt: functions.clock.now });
  const master = await aStoredWish(functions, 'claimed', { claimer, submitterId: cast.resident.accountId });
  const who = await aResident(functions);
  const { wish: also } = await functions.call('wish.submit', aWish({ alsoOf: master }), who.token);
  await functions.call('wish.fulfil', { id: master, note: '路灯已经修好', outcomes: [] }, cast.member.token);
  return { master, id: also.id, who };
}
const rate = (id: string, rating: 'satisfied' | 'fair' | 'unsatisfied', { token }: Person, set: object = {}) =>
  functions.send('wish.rate', { id, rating, ...set }, token);

it('keeps each wisher’s answer on their own wish, without points and without moving either', async () => {
  const { master, id, who } = await aMerged();
  expect(await rate(id, 'satisfied', who, { resolved: 'yes', comment: '谢谢' })).toMatchObject({
    data: { wish: { status: 'merged', rating: 'satisfied', resolved: 'yes', comment: '谢谢', allowed: [] } },
  });
  expect(await wishes.get(master)).toMatchObject({ status: 'fulfilled' });
  const { items } = await functions.call('points.entries', { representativeId: 'g1-member' }, cast.presidium.token);
  expect(items).toEqual([]);
  expect(await rate(id, 'fair', who)).toMatchObject({ error: { code: 'WRONG_STATE' } });
});

it('sends the wish back to its claimer when it is not solved for one of them, and asks all anew', async () => {
  const { master, id, who } = await aMerged();
  functions.clock.now = new Date('2021-07-10T00:00:00Z');
  expect(await rate(id, 'unsatisfied', who, { resolved: 'no' })).toMatchObject({
    data: { wish: { rating: 'unsatisfied', master: { status: 'claimed' } } },
  });
  const back = await wishes.get(master);
  expect(back).toMatchObject({
    status: 'claimed',
    dueAt: new Date('2021-07-30T15:59:59.999Z'),
    claimer: { representativeId: 'g1-member' },
  });
  expect(back.rating).toBeUndefined();
  const { code } = await wishes.get(id);
  expect(back.timeline.at(-1)).toMatchObject({ who: '系统', note: `并入的 ${code}：不满意、未解决` });
  for (const told of [cast.member, cast.liaison]) expect(await toldTo(functions, told, master)).toContain(code);

  await functions.call('wish.fulfil', { id: master, note: '重新修好了', outcomes: [] }, cast.member.token);
  const anew = await wishes.get(id);
  expect(anew.rating).toBeUndefined();
  expect(anew.plan).toMatchObject({ kind: 'callBackMerged', desk: 'liaison:g1' });
  expect(await rate(id, 'satisfied', who)).toMatchObject({ ok: true });
});

it('reopens a wish that is closed already, but only as long as it may be', async () => {
  const early = await aMerged();
  await rate(early.master, 'satisfied', cast.resident, { resolved: 'yes' });
  await rate(early.id, 'unsatisfied', early.who);
  const reopened = await wishes.get(early.master);
  expect(reopened).toMatchObject({ status: 'claimed', reopenCount: 1 });
  for (const field of ['rating', 'resolved', 'endedAt', 'closeClass']) expect(reopened).not.toHaveProperty(field);

  const late = await aMerged();
  await rate(late.master, 'satisfied', cast.resident);
  functions.clock.now = new Date('2021-08-15T00:00:00Z');
  expect(await rate(late.id, 'unsatisfied', late.who)).toMatchObject({ data: { wish: { rating: 'unsatisfied' } } });
  expect((await wishes.get(late.master)).status).toBe('closed');
  expect(await toldTo(functions, cast.liaison, late.master)).toContain('不满意');
});

it('takes a call-back for one who does not answer by themselves, never from the claimer or a scribe', async () => {
  const { id, master } = await aMerged();
  const byPhone = await rate(id, 'fair', cast.liaison, { way: 'phone' });
  expect(byPhone).toMatchObject({ data: { wish: { rating: 'fair' } } });
  expect((await wishes.get(id)).timeline.at(-1)?.what).toBe('回访（电话）：基本满意');

  const scribe = await functions.call('wish.submit', aWish({ alsoOf: master }), cast.otherMember.token);
  for (const who of [cast.otherMember, cast.member, cast.otherLiaison, cast.admin, cast.resident]) {
    expect(await rate(scribe.wish.id, 'satisfied', who)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
});

it('refuses a leader who has claimed the wish it was merged into', async () => {
  const leader = await signInAs(functions, 'liaison', 'g1-leader');
  const claimer = { representativeId: 'g1-leader', name: '吕国华', groupId: 'g1', at: functions.clock.now };
  const master = await aStoredWish(functions, 'claimed', { claimer });
  const who = await aResident(functions);
  const { wish: also } = await functions.call('wish.submit', aWish({ alsoOf: master }), who.token);
  await functions.call('wish.fulfil', { id: master, note: '路灯已经修好', outcomes: [] }, leader.token);
  expect(await rate(also.id, 'satisfied', leader)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const allowedTo = async (token: string) => (await functions.call('wish.get', { id: also.id }, token)).wish.allowed;
  expect(await allowedTo(leader.token)).not.toContain('rate');
  expect(await allowedTo(cast.liaison.token)).toContain('rate');
  const queueOf = async (token: string) => {
    const { items } = await functions.call('wish.queue', { kind: 'callBackMerged', limit: 50 }, token);
    return items.map(({ wishId }) => wishId);
  };
  expect(await queueOf(leader.token)).not.toContain(also.id);
  expect(await queueOf(cast.liaison.token)).toContain(also.id);
});

it('waits until the wish is called done', async () => {
  const master = await aStoredWish(functions, 'open');
  const { wish: also } = await functions.call('wish.submit', aWish({ alsoOf: master }), cast.resident.token);
  expect(await rate(also.id, 'satisfied', cast.resident)).toMatchObject({
    error: { code: 'WRONG_STATE', message: expect.stringContaining('还没有办结') },
  });
});

it('sends it back once when two are not satisfied at once, and keeps both answers', async () => {
  const { master, id, who } = await aMerged();
  const answers = await Promise.all([rate(id, 'unsatisfied', who), rate(master, 'unsatisfied', cast.resident)]);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
  const { timeline, status } = await wishes.get(master);
  expect(status).toBe('claimed');
  expect(timeline.filter(({ what }) => what.includes('不满意'))).toHaveLength(1);
});
