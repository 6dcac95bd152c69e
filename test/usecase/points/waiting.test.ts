/** How much waits for whom: what they may do now, and nothing else. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import { pointsProposals, type PointsProposalDoc } from '../../../cloudfunctions/store/points-proposals';
import type { Output } from '../../../contract/contract';
import { addDays, HOUR_MS } from '../../../domain/time';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs, type Cast, type Person } from '../../support/town';

const NOW = new Date('2026-11-10T02:00:00Z');

let functions: Functions;
let cast: Cast & { leader: Person };
beforeAll(async () => {
  functions = await startFunctions([account, points], { now: NOW });
  await aTown(functions);
  cast = { ...(await aCast(functions)), leader: await signInAs(functions, 'liaison', 'g1-leader') };
});
afterAll(() => functions.close());

type Waiting = Output<'points.getWaiting'>;
const nothing: Waiting = { toExplain: 0, toConfirm: 0, appeals: 0, absences: 0 };
const waiting = ({ accountId }: Person): Promise<Waiting> =>
  functions.call('points.getWaiting', {}, functions.host.issueToken(accountId));

/** By the presidium's clerk for the first group's member, so many hours ago. */
async function aDeduction(hoursAgo: number, set: Partial<PointsProposalDoc> = {}): Promise<void> {
  const id = newId();
  const at = new Date(NOW.getTime() - hoursAgo * HOUR_MS);
  const doc: PointsProposalDoc = {
    ...{ _id: id, key: id, kind: 'deduction', rule: 'D7', representativeId: 'g1-member', groupId: 'g1', at },
    ...{ amount: { units: 1 }, ref: { kind: 'proposal', id, label: '核实' }, reason: '经核实不属实' },
    ...{ evidence: { photos: [] }, status: 'open', settleFrom: new Date(at.getTime() + 24 * HOUR_MS) },
    proposed: { accountId: cast.presidium.accountId, who: '主席团 人大办', at },
    ...set,
  };
  await (await pointsProposals()).insertOne(doc);
}

it('counts a deduction for its person while it can be explained, then for a second person', async () => {
  await aDeduction(1);
  await aDeduction(23, { status: 'explained' });
  expect(await waiting(cast.member)).toEqual({ ...nothing, toExplain: 1 });
  for (const who of [cast.presidium, cast.admin, cast.leader, cast.otherMember]) {
    expect(await waiting(who)).toEqual(nothing);
  }
  functions.clock.now = new Date(NOW.getTime() + 23 * HOUR_MS);
  expect((await waiting(cast.member)).toExplain).toBe(0);
  // 人大办 decides this rule; nobody what they have proposed themselves.
  expect(await waiting(cast.admin)).toEqual({ ...nothing, toConfirm: 2 });
  expect(await waiting(cast.presidium)).toEqual(nothing);
  const own = { rule: 'W1', kind: 'award', bySelf: true } as const;
  const proposed = { accountId: cast.member.accountId, who: '代表 周建平', at: NOW };
  await aDeduction(30, { ...own, proposed });
  expect((await waiting(cast.leader)).toConfirm).toBe(1);
  expect((await waiting(cast.otherLiaison)).toConfirm).toBe(0);
  expect((await waiting(cast.member)).toConfirm).toBe(0);
  functions.clock.now = NOW;
});

it('counts appeals for who may answer or decide them, and 不在岗时段 for the second person', async () => {
  const { call } = functions;
  const id = newId();
  const entry: pointsBook.NewEntry = {
    ...{ id, rule: 'D3', representativeId: 'g1-member', groupId: 'g1', at: NOW, by: 'test' },
    ...{ ref: { kind: 'wish', id, label: 'CJ-2021-0001' }, reason: '逾期未办结' },
  };
  await inTransaction((tx) => pointsBook.payOnce(entry, tx));
  const { appeal } = await call('points.appeal', { entryId: id, reason: '停工令下来后暂停了' }, cast.member.token);
  const appeals = async () => [
    (await waiting(cast.presidium)).appeals,
    (await waiting(cast.admin)).appeals,
    (await waiting(cast.member)).appeals,
  ];
  expect(await appeals()).toEqual([1, 1, 0]);
  const said = { appealId: appeal.id, accept: true, reason: '经核实情况属实' };
  await call('points.answerAppeal', said, cast.admin.token);
  expect(await appeals()).toEqual([1, 0, 0]);
  await call('points.decide', said, cast.presidium.token);
  expect(await appeals()).toEqual([0, 0, 0]);
  const leave = {
    kind: 'sick' as const,
    from: '2026-11-01',
    until: '2026-11-05',
    reason: '住院',
    clientToken: newId(),
  };
  await call('points.proposeAbsence', { ...leave, representativeId: 'g1-member' }, cast.member.token);
  const absences = async (...who: Person[]) => Promise.all(who.map(async (one) => (await waiting(one)).absences));
  expect(await absences(cast.leader, cast.presidium, cast.liaison, cast.otherLiaison, cast.member)).toEqual([
    ...[1, 1, 0, 0, 0],
  ]);
});

it('counts to 99 and reads no more than that takes, whatever lies there', async () => {
  const all = await pointsProposals();
  await all.deleteMany({});
  for (let n = 0; n < 2; n += 1) await aDeduction(48, { at: addDays(NOW, -n) });
  const [one] = await all.find({}).toArray();
  if (!one) throw new Error('nothing was proposed');
  const many = (status: PointsProposalDoc['status'], count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...one, _id: `${status}${n}`, key: `${status}${n}`, status }));
  await all.insertMany([...many('open', 250), ...many('booked', 600)]);
  const before = functions.examined();
  expect((await waiting(cast.admin)).toConfirm).toBe(99);
  expect(functions.examined() - before).toBeLessThan(300);
  const again = functions.examined();
  expect((await waiting(cast.member)).toExplain).toBe(0);
  expect(functions.examined() - again).toBeLessThan(20);
});
