import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import type { Input, Output } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs, type Cast, type Person } from '../../support/town';

const NOW = new Date('2026-11-10T02:00:00Z');

let functions: Functions;
let cast: Cast & { leader: Person };

beforeAll(async () => {
  functions = await startFunctions([account, notice, points], { now: NOW });
  await aTown(functions);
  cast = { ...(await aCast(functions)), leader: await signInAs(functions, 'liaison', 'g1-leader') };
});
afterAll(() => functions.close());

type Proposed = Input<'points.proposeAbsence'>;
type View = Output<'points.proposeAbsence'>['absence'];

const anAbsence = (set: Partial<Proposed> = {}): Proposed => ({
  ...{ representativeId: 'g1-member', kind: 'sick', from: '2026-11-01', until: '2026-11-30', reason: '住院手术' },
  clientToken: newId(),
  ...set,
});
const propose = async (set: Partial<Proposed> = {}, { token }: Person = cast.member): Promise<View> =>
  (await functions.call('points.proposeAbsence', anAbsence(set), token)).absence;
const settle = (one: Pick<View, 'id'>, confirm: boolean, { token }: Person) =>
  functions.send('points.settleAbsence', { id: one.id, confirm, reason: '已核对病历' }, token);
const list = async (data: Input<'points.listAbsences'>, { token }: Person) =>
  (await functions.call('points.listAbsences', data, token)).items;

it('is proposed for oneself or one’s group, once, for days that there are', async () => {
  const token = newId();
  const [first, again] = await Promise.all([propose({ clientToken: token }), propose({ clientToken: token })]);
  expect(again.id).toBe(first.id);
  expect(first).toMatchObject({
    status: 'proposed',
    representative: '周建平',
    proposed: { who: '代表 周建平' },
    allowed: [],
  });
  for (const person of [cast.otherMember, cast.otherLiaison]) {
    expect(await functions.refusal('points.proposeAbsence', anAbsence(), person.token)).toBe('FORBIDDEN');
  }
  for (const set of [{ until: '2026-10-31' }, { from: '2026-02-30' }]) {
    expect(await functions.refusal('points.proposeAbsence', anAbsence(set), cast.member.token)).toBe('INVALID_INPUT');
  }
});

it('is confirmed by a second person, who is told of it, and once', async () => {
  const own = await propose();
  const { items } = await functions.call('notice.list', {}, cast.leader.token);
  expect(items[0]).toMatchObject({ kind: 'absence', text: expect.stringContaining('周建平病假') as string });
  for (const person of [cast.member, cast.liaison, cast.otherLiaison, cast.resident]) {
    expect(await settle(own, true, person)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
  const ofPresidium = await propose({}, cast.presidium);
  expect(await settle(ofPresidium, true, cast.presidium)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const ofLeader = await propose({ representativeId: 'g1-leader' }, cast.liaison);
  expect(await settle(ofLeader, true, cast.leader)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const answers = await Promise.all([settle(own, true, cast.leader), settle(own, false, cast.presidium)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await settle(own, false, cast.admin)).toMatchObject({ error: { code: 'WRONG_STATE' } });
  const told = await functions.call('notice.list', {}, cast.member.token);
  expect(told.items[0]?.text).toContain('已核对病历');
});

it('scales caps once it is confirmed, and ends when somebody is back', async () => {
  const { id } = await propose(
    { representativeId: 'g2-member', kind: 'posting', from: '2026-07-02', until: undefined },
    cast.otherMember,
  );
  const pay = async () => {
    const ref = { kind: 'order' as const, id: newId(), label: 'CJ' };
    const paid = { rule: 'W6' as const, representativeId: 'g2-member', groupId: 'g2', amount: { units: 10 } };
    await inTransaction((tx) =>
      pointsBook.payOnce({ ...paid, id: newId(), at: NOW, ref, reason: '归档', by: 'test' }, tx),
    );
    const { items } = await functions.call('points.entries', { representativeId: 'g2-member' }, cast.admin.token);
    return items.reduce((sum, { delta }) => sum + delta, 0);
  };
  const end = (until: string, { token }: Person) => functions.send('points.endAbsence', { id, until }, token);
  expect(await end('2026-11-09', cast.otherMember)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await settle({ id }, true, cast.presidium)).toMatchObject({ data: { absence: { status: 'confirmed' } } });
  // 182 of 365 days: half of the twelve points of a year.
  expect(await pay()).toBe(6);
  expect(await end('2026-07-01', cast.otherMember)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await end('2026-07-31', cast.liaison)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await end('2026-07-31', cast.otherMember)).toMatchObject({
    data: { absence: { until: '2026-07-31', allowed: [] } },
  });
  expect(await pay()).toBe(11.1);
});

it('lists one’s own, the group’s, all for 人大办, and one person’s for those who may', async () => {
  const whose = (items: readonly View[]) => [...new Set(items.map(({ representativeId }) => representativeId))].sort();
  expect(whose(await list({}, cast.member))).toEqual(['g1-member']);
  expect(whose(await list({}, cast.liaison))).toEqual(['g1-leader', 'g1-member']);
  expect(whose(await list({}, cast.presidium))).toEqual(['g1-leader', 'g1-member', 'g2-member']);
  expect(whose(await list({ representativeId: 'g2-member', status: 'confirmed' }, cast.admin))).toEqual(['g2-member']);
  const asked = { representativeId: 'g2-member' };
  expect(await functions.refusal('points.listAbsences', asked, cast.member.token)).toBe('FORBIDDEN');
  const all = await list({ limit: 50 }, cast.admin);
  const { items, nextCursor } = await functions.call('points.listAbsences', { limit: 2 }, cast.admin.token);
  const rest = await list({ limit: 50, cursor: nextCursor ?? '' }, cast.admin);
  expect([...items, ...rest]).toEqual(all);
});
