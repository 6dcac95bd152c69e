import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { closeMonths } from '../../../cloudfunctions/clock/close-months';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import * as pointsFreeze from '../../../cloudfunctions/store/points-freeze';
import * as pointsPeriods from '../../../cloudfunctions/store/points-periods';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;

beforeEach(async () => {
  functions = await startFunctions([account, clock, notice, points], { now: new Date('2026-09-10T02:00:00Z') });
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => functions.close());

interface Deed {
  representativeId: string;
  tenths: number;
  at: string;
  bookedAt?: string;
  id?: string;
}

const book = ({ representativeId, tenths, at, bookedAt = at, id = newId() }: Deed) =>
  inTransaction((tx) =>
    pointsBook.payOnce(
      {
        id: newId(),
        rule: 'W6',
        representativeId,
        groupId: representativeId.slice(0, 2),
        amount: { tenths, how: '试' },
        at: new Date(at),
        bookedAt: new Date(bookedAt),
        ref: { kind: 'order', id, label: '交办单' },
        reason: '推动部门办成',
        by: 'test',
      },
      tx,
    ),
  );

const board = (period: string, token = cast.presidium.token) =>
  functions.call('points.board', { period, by: 'representative', limit: 50 }, token);

const at = (time: string): Date => (functions.clock.now = new Date(time));

it('is previewed for three days, told of once, and then stands as it was for everybody', async () => {
  await book({ representativeId: 'g1-member', tenths: 30, at: '2026-09-10T02:00:00Z' });
  await book({ representativeId: 'g1-member2', tenths: 30, at: '2026-09-12T02:00:00Z' });
  await book({ representativeId: 'g2-member', tenths: 10, at: '2026-09-30T15:59:59Z' });
  // A first run freezes the month before, and none of the town's history.
  expect(await closeMonths(functions.clock.now)).toBe(1);
  expect(await closeMonths(at('2026-09-30T16:00:00Z'))).toBe(1);
  expect(await closeMonths(at('2026-10-03T15:59:59Z'))).toBe(0);
  expect(await board('2026-09')).toMatchObject({ state: 'preview', previewUntil: '2026-10-03T16:00:00.000Z' });
  const { items: told } = await functions.call('notice.list', {}, cast.member.token);
  expect(told).toMatchObject([{ kind: 'period', about: 'period:2026-09', text: expect.stringContaining('10月3日') }]);

  const runs = await Promise.all([closeMonths(at('2026-10-03T16:00:00Z')), closeMonths(functions.clock.now)]);
  expect(Math.max(...runs)).toBe(2);
  expect(await closeMonths(functions.clock.now)).toBe(0);
  const frozen = await board('2026-09');
  expect(frozen).toMatchObject({ state: 'frozen', frozenAt: '2026-10-03T16:00:00.000Z', ranked: 8 });
  expect(frozen.items.map(({ rank, id, points: sum }) => [rank, id, sum]).slice(0, 4)).toEqual([
    [1, 'g1-member', 3],
    [1, 'g1-member2', 3],
    [3, 'g2-member', 1],
    [4, 'g1-leader', 0],
  ]);
  expect((await functions.call('points.periods', {})).items.map(({ period, entries }) => [period, entries])).toEqual([
    ['2026-Q3', 3],
    ['2026-09', 3],
    ['2026-08', 0],
  ]);

  // What comes late is the present month's, and the frozen board stays, even when a name changes.
  await book({
    representativeId: 'g2-member',
    tenths: 20,
    at: '2026-09-20T02:00:00Z',
    bookedAt: '2026-10-10T02:00:00Z',
  });
  const someone = await representatives.get('g2-member');
  const joined = { ...someone, _id: 'g2-new', order: 99 };
  await inTransaction((tx) => representatives.replaceAll([{ ...someone, name: '施改名' }, joined], tx));
  expect(await board('2026-09')).toMatchObject({ ranked: 8, items: frozen.items });
  expect((await board('2026-10')).items).toMatchObject([{ id: 'g2-member', name: '施改名', points: 2 }]);
  const { items } = await functions.call('points.entries', { representativeId: 'g2-member' }, cast.presidium.token);
  expect(items.map(({ month, late }) => [month, late])).toEqual([
    ['2026-10', true],
    ['2026-09', undefined],
  ]);
});

it('freezes with a first run in January the year in which the town was scored, not one that was only brought in', async () => {
  const deed = { representativeId: 'g1-member', tenths: 30, at: '2026-09-10T02:00:00Z' };
  await book({ ...deed, bookedAt: '2027-01-01T02:00:00Z' });
  expect(await pointsFreeze.isAnythingBookedBefore(new Date('2026-12-31T16:00:00Z'))).toBe(false);
  await book({ ...deed, id: 'live' });
  await closeMonths(at('2027-01-05T02:00:00Z'));
  const year = await board('2026');
  expect(year).toMatchObject({ state: 'frozen', ranked: 8 });
  expect(year.items[0]).toMatchObject({ id: 'g1-member', points: 6 });
});

it('takes a reversal of a frozen deed in the present month', async () => {
  await book({ representativeId: 'g1-member', tenths: 30, at: '2026-09-10T02:00:00Z', id: 'o1' });
  await closeMonths(at('2026-10-05T02:00:00Z'));
  const paid = { rule: 'W6', representativeId: 'g1-member', ref: { kind: 'order', id: 'o1' } } as const;
  const counter = { id: newId(), at: functions.clock.now, reason: '交办单有误', by: 'test' };
  await inTransaction((tx) => pointsBook.reverseOnce(paid, counter, tx));
  expect((await board('2026-09')).items[0]).toMatchObject({ id: 'g1-member', points: 3 });
  expect((await board('all')).items[0]).toMatchObject({ id: 'g1-member', points: 0 });
});

it('freezes all that is due in order when it comes late, the empty months too, and completes what broke off', async () => {
  await book({ representativeId: 'g1-member', tenths: 30, at: '2026-09-10T02:00:00Z' });
  await closeMonths(at('2026-10-05T02:00:00Z'));
  await pointsPeriods.close(['2026-10'], at('2026-11-05T02:00:00Z'));
  expect((await board('2026-10')).state).toBe('preview');
  await closeMonths(at('2027-01-20T02:00:00Z'));
  const { items } = await functions.call('points.periods', {});
  expect(items.map(({ period }) => period).sort()).toEqual([
    ...['2026', '2026-09', '2026-10', '2026-11', '2026-12', '2026-Q3', '2026-Q4'],
  ]);
  expect(await board('2026-11')).toMatchObject({ state: 'frozen', ranked: 8 });
  expect((await board('2026')).items[0]).toMatchObject({ id: 'g1-member', points: 3 });
});

it('shows everybody the upper half, and the person their own place', async () => {
  for (const [index, id] of ['g1-leader', 'g1-liaison', 'g1-member', 'g1-member2', 'g2-leader'].entries()) {
    await book({ representativeId: id, tenths: 30 - index, at: '2026-09-10T02:00:00Z' });
  }
  const upper = await functions.call('points.board', { period: '2026-09', by: 'representative' });
  expect(upper).toMatchObject({ upperOnly: true, ranked: 8 });
  expect(upper.items.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect((await board('2026-09')).items).toHaveLength(5);
  const mine = await functions.call('points.mine', { period: '2026-09' }, cast.otherMember.token);
  expect(mine).toMatchObject({ rank: 6, points: 0, people: 8, next: { rank: 5, gap: 2.6 }, streak: { current: 0 } });
  expect(await functions.refusal('points.mine', { period: '2026-09' }, cast.presidium.token)).toBe('FORBIDDEN');
});

it('says what would move one up, and how the groups race', async () => {
  await book({ representativeId: 'g1-member', tenths: 30, at: '2026-08-10T02:00:00Z' });
  await book({ representativeId: 'g1-member', tenths: 30, at: '2026-09-10T02:00:00Z' });
  const mine = await functions.call('points.mine', { period: '2026' }, cast.member.token);
  expect(mine).toMatchObject({ rank: 1, points: 6, year: '2026', streak: { current: 2, longest: 2 } });
  expect(mine.months).toHaveLength(9);
  expect(mine.parts).toContainEqual({ part: 'duty', name: expect.any(String), got: 6, cap: 60 });
  expect(mine.moves.find(({ rule }) => rule === 'W6')).toMatchObject({ brings: 3, room: { points: 6, span: 'year' } });
  const race = await functions.call('points.race', { year: '2026' });
  expect(race.groups).toMatchObject([
    { rank: 1, id: 'g1', members: 4, total: 6, perHead: 1.5, cumulative: [0, 0, 0, 0, 0, 0, 0, 3, 6] },
    { rank: 2, id: 'g2', total: 0 },
  ]);
});
