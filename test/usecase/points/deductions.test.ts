import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import * as pointsProposals from '../../../cloudfunctions/store/points-proposals';
import * as wishes from '../../../cloudfunctions/store/wishes';
import type { Output } from '../../../contract/contract';
import { addDays, HOUR_MS } from '../../../domain/time';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';
import { aStoredWish, theMember } from '../../support/stored-wishes';
import type { Person } from '../../support/town';
import type { NewWish } from '../../../cloudfunctions/store/wish-doc';
import type { Claimer } from '../../../domain/wish';

type View = Output<'points.getProposal'>['proposal'];

let town: ClockTown;
/** A Monday, 10:00, a week after the one of the test before. */
let start: Date;
let weeks = 0;

beforeAll(async () => {
  town = await aClockTown([points]);
});
afterAll(() => town.close());
beforeEach(async () => {
  weeks += 1;
  start = addDays(TOWN_NOW, 7 * weeks);
  town.clock.now = start;
  await (await wishes.wishes()).deleteMany({});
  await (await pointsProposals.pointsProposals()).deleteMany({});
});

const later = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS);
const runAt = (hours: number) => town.runAt(later(hours));
const as = (person: Person): string => town.tokenOf(person);
const claimed = (claimer: Partial<Claimer> = {}, set: Partial<NewWish> = {}): Promise<string> =>
  aStoredWish(town, 'claimed', {
    submitterId: town.cast.resident.accountId,
    claimer: theMember(town, claimer),
    dueAt: later(5000),
    ...set,
  });
const proposalsOf = async (...rules: string[]): Promise<View[]> => {
  const { items } = await town.call('points.listProposals', { scope: 'town', limit: 50 }, as(town.cast.presidium));
  return items.filter(({ rule }) => rules.length === 0 || rules.includes(rule)).reverse();
};
const entriesOf = async (rule: string) => {
  const asked = { representativeId: 'g1-member', limit: 50 };
  const { items } = await town.call('points.entries', asked, as(town.cast.presidium));
  return items.filter((entry) => entry.rule === rule && new Date(entry.at) >= start);
};
const explain = ({ id }: View) =>
  town.call('points.explain', { proposalId: id, text: '当天已经上门，没有登记' }, as(town.cast.member));

it('D1: warns at 24 h, opens at 48 h with a word to the claimer, and is booked once when nobody has explained', async () => {
  const id = await claimed();
  await runAt(24);
  await runAt(47.9);
  expect(await proposalsOf()).toEqual([]);
  await runAt(48);
  const [proposal] = await proposalsOf();
  expect(proposal).toMatchObject({
    ...{
      kind: 'deduction',
      rule: 'D1',
      status: 'open',
      points: -1,
      wishId: id,
      booksItself: true,
      representative: '周建平',
    },
    ...{ proposed: { who: '系统', bySystem: true }, settleFrom: later(72).toISOString() },
  });
  expect(
    (await town.call('points.getProposal', { id: proposal?.id ?? '' }, as(town.cast.member))).proposal.allowed,
  ).toEqual(['explain']);
  const { items } = await town.call('notice.list', { limit: 50 }, as(town.cast.member));
  expect(items.map(({ text }) => text).join()).toContain('拟扣 1 分（认领后 48 小时未联系）');
  await runAt(71.9);
  expect(await entriesOf('D1')).toEqual([]);
  town.clock.now = later(72);
  await Promise.all([runJobs(later(72), town.host), runJobs(later(72), town.host)]);
  await runAt(48 + 24 * 8);
  expect((await entriesOf('D1')).map(({ delta }) => delta)).toEqual([-1]);
  expect(await proposalsOf('D1')).toMatchObject([{ status: 'booked', settled: { who: '系统' } }]);
});

it('is proposed once by two runs at once, and by one that comes after a crash', async () => {
  await claimed();
  town.clock.now = later(48);
  await Promise.all([1, 2, 3].map(() => runJobs(later(48), town.host)));
  await runAt(49);
  expect(await proposalsOf('D1')).toHaveLength(1);
});

it('explained, it waits for a person, who is reminded once a day', async () => {
  await claimed();
  await runAt(48);
  const [proposal] = await proposalsOf('D1');
  if (!proposal) throw new Error('nothing was proposed');
  town.clock.now = later(50);
  await explain(proposal);
  await runAt(80);
  await runAt(81);
  expect(await entriesOf('D1')).toEqual([]);
  const { items } = await town.call('notice.list', { limit: 50 }, as(town.cast.presidium));
  const lines = items.flatMap((one) => [one, ...(one.items ?? [])]).map(({ text = '' }) => text);
  expect(lines.filter((text) => text.includes('等您决定'))).toHaveLength(1);
  const dropped = { proposalId: proposal.id, reason: '核实确已上门' };
  await town.call('points.drop', dropped, as(town.cast.presidium));
  await runAt(48 + 24 * 7);
  expect(await proposalsOf('D1')).toMatchObject([{ status: 'dropped' }]);
  expect(await entriesOf('D1')).toEqual([]);
});

it('D2: for each week without a note, no more than four points a wish', async () => {
  await claimed({ contactedAt: start });
  for (let week = 1; week <= 7; week += 1) await runAt(week * 7 * 24);
  await runAt(8 * 7 * 24 + 1);
  expect(await proposalsOf('D2')).toHaveLength(4);
  expect((await entriesOf('D2')).map(({ delta }) => delta)).toEqual([-1, -1, -1, -1]);
});

it('D3: past the day that was promised, unless a pause has been asked for', async () => {
  const soon = { dueAt: later(30) };
  await claimed({ contactedAt: start }, soon);
  const resumeOn = later(400);
  await claimed(
    { contactedAt: start },
    { ...soon, pauseRequest: { who: '周建平', at: start, reason: '等批复', resumeOn } },
  );
  await runAt(29);
  expect(await proposalsOf()).toEqual([]);
  await runAt(30);
  await runAt(30 + 24 * 4);
  expect(await proposalsOf('D3')).toMatchObject([
    { points: -2, reason: expect.stringContaining('没有办结') as string },
  ]);
});

it('never while the clock is stopped', async () => {
  const id = await claimed();
  const pause = {
    id,
    reason: '等电力公司批复',
    resumeOn: later(24 * 20)
      .toISOString()
      .slice(0, 10),
  };
  await town.call('wish.pause', pause, as(town.cast.liaison));
  await runAt(24 * 15);
  expect(await proposalsOf()).toEqual([]);
});

it('never while the claimer is away; days that are confirmed before it is booked drop it', async () => {
  const absence = async (from: Date, until: Date) => {
    const [first, last] = [from, until].map((at) => at.toISOString().slice(0, 10));
    const asked = { representativeId: 'g1-member', kind: 'sick' as const, from: first ?? '', until: last ?? '' };
    const data = { ...asked, reason: '住院治疗', clientToken: newId() };
    const { absence: made } = await town.call('points.proposeAbsence', data, as(town.cast.member));
    await town.call('points.settleAbsence', { id: made.id, confirm: true }, as(town.cast.leader));
  };
  await claimed();
  await absence(later(47), later(49));
  await runAt(48);
  expect(await proposalsOf()).toEqual([]);

  await (await wishes.wishes()).deleteMany({});
  town.clock.now = later(200);
  await claimed();
  await runAt(248);
  expect(await proposalsOf('D1')).toMatchObject([{ status: 'open' }]);
  town.clock.now = later(249);
  await absence(later(240), later(260));
  await runAt(273);
  expect(await proposalsOf('D1')).toMatchObject([
    { status: 'dropped', settled: { reason: '当天在已确认的不在岗时段内' } },
  ]);
  expect(await entriesOf('D1')).toEqual([]);
});

it('D4: the first 退回认领 of a quarter is free, 谢绝 and 收回 always', async () => {
  const release = async (person: Person) => {
    const id = await claimed({ contactedAt: start });
    await town.call('wish.release', { id, reason: '这段时间要外出' }, as(person));
  };
  const assigned = await claimed({ assignedBy: '代表小组 陈志明' });
  await town.call('wish.decline', { id: assigned, reason: '这周不在镇上' }, as(town.cast.member));
  await release(town.cast.liaison);
  await release(town.cast.member);
  expect(await proposalsOf('D4')).toEqual([]);
  await release(town.cast.member);
  expect(await proposalsOf('D4')).toMatchObject([{ points: -1, status: 'open' }]);
  start = addDays(start, 92);
  town.clock.now = start;
  await release(town.cast.member);
  expect(await proposalsOf('D4')).toHaveLength(1);
});

it('D5: who has no deed in a quarter is proposed to the leader, who alone books it', async () => {
  // The quarter after one that was frozen.
  const paid = (who: string, at: string) => ({
    ...{ id: newId(), rule: 'W2' as const, representativeId: who, groupId: who.slice(0, 2), at: new Date(at) },
    ...{ ref: { kind: 'wish' as const, id: newId(), label: 'CJ' }, reason: '收集心愿', by: 'test' },
  });
  await inTransaction((tx) => pointsBook.payOnce(paid('g1-member', '2026-11-02T02:00:00Z'), tx));
  for (const day of ['2026-10-05', '2026-11-05', '2026-12-05']) await town.runAt(new Date(`${day}T02:00:00Z`));
  const away = { representativeId: 'g2-member', kind: 'posting' as const, from: '2026-10-15', reason: '外派学习' };
  const { absence } = await town.call(
    'points.proposeAbsence',
    { ...away, clientToken: newId() },
    as(town.cast.otherMember),
  );
  await town.call('points.settleAbsence', { id: absence.id, confirm: true }, as(town.cast.presidium));
  const last = { ...away, representativeId: 'g2-member2', from: '2026-12-25', clientToken: newId() };
  const { absence: short } = await town.call('points.proposeAbsence', last, as(town.cast.otherLiaison));
  await town.call('points.settleAbsence', { id: short.id, confirm: true }, as(town.cast.presidium));
  await (await pointsProposals.pointsProposals()).deleteMany({});
  await town.runAt(new Date('2027-01-03T02:00:00Z'));
  expect(await proposalsOf('D5')).toEqual([]);
  const now = new Date('2027-01-04T02:00:00Z');
  town.clock.now = now;
  await Promise.all([runJobs(now, town.host), runJobs(now, town.host)]);
  await town.runAt(addDays(now, 1));
  await town.runAt(addDays(now, 3));
  const proposed = await proposalsOf('D5');
  // Not the one with a deed, nor the one who was away for most of it; but the one who was away on its last day.
  expect(proposed.map(({ representativeId }) => representativeId).sort()).toEqual(
    ['g1-leader', 'g1-liaison', 'g1-member2', 'g2-leader', 'g2-liaison', 'g2-member2'].sort(),
  );
  expect(proposed).toMatchObject(
    proposed.map(() => ({ status: 'open', points: -3, booksItself: false, decidedBy: '组长' })),
  );
  const of = (who: string): string => proposed.find(({ representativeId }) => representativeId === who)?.id ?? '';
  const confirm = (who: string, person: Person) => town.send('points.confirm', { proposalId: of(who) }, as(person));
  expect(await confirm('g1-member2', town.cast.liaison)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await confirm('g1-member2', town.cast.leader)).toMatchObject({ data: { proposal: { status: 'booked' } } });
  expect(await confirm('g1-leader', town.cast.leader)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  // A deed that was booked since refutes it.
  await inTransaction((tx) => pointsBook.payOnce({ ...paid('g1-liaison', '2026-12-20T02:00:00Z'), bookedAt: now }, tx));
  expect(await confirm('g1-liaison', town.cast.leader)).toMatchObject({ error: { code: 'WRONG_STATE' } });
});
