import { addDays, DAY_MS, HOUR_MS } from '../../../domain/time';
import type { WishStatus } from '../../../domain/wish';
import { timerSteps, type TimerName } from '../../../domain/wish-timers';
import type { NewWish } from '../../../cloudfunctions/store/wish-doc';
import * as pointsProposals from '../../../cloudfunctions/store/points-proposals';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { points } from '../../../cloudfunctions/points/use-cases';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';
import { aStoredWish, theMember } from '../../support/stored-wishes';

let town: ClockTown;
let start: Date;
beforeAll(async () => {
  town = await aClockTown([points]);
  start = TOWN_NOW;
});
afterAll(() => town.close());

/** Each test has a time of its own, and nothing of another's comes due in it. */
beforeEach(async () => {
  start = addDays(start, 200);
  await (await wishes.wishes()).deleteMany({});
  // What years without deeds have proposed would be reminded of every day.
  await (await pointsProposals.pointsProposals()).deleteMany({ rule: 'D5' });
});

const later = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS);
const call = (at: Date) => ({ at, who: '联络员', way: 'phone' as const, outcome: 'noAnswer' as const });

/** Where each timer runs from `start`. */
const situations: Record<TimerName, () => [WishStatus, Partial<NewWish>]> = {
  review: () => ['submitted', {}],
  needInfo: () => ['needInfo', {}],
  unclaimed: () => ['open', {}],
  contact: () => ['claimed', { claimer: theMember(town) }],
  progress: () => ['claimed', { claimer: theMember(town, { contactedAt: start }) }],
  due: () => [
    'claimed',
    { claimer: theMember(town, { contactedAt: start, progressAt: addDays(start, 9) }), dueAt: start },
  ],
  resume: () => ['paused', { claimer: theMember(town), pausedFrom: 'claimed', resumeOn: start }],
  callBack: () => ['fulfilled', { claimer: theMember(town) }],
  silence: () => ['fulfilled', { claimer: theMember(town), callBacks: [call(addDays(start, -2)), call(start)] }],
  followUp: () => ['closed', { category: 'facility', endedAt: start }],
  planned: () => ['answered', { followUpOn: start }],
};

/** A wish of the resident's in which this timer, and none that comes before it, runs from `start`. */
async function aWishIn(name: TimerName, begin = 0): Promise<string> {
  town.clock.now = later(begin);
  const [status, set] = situations[name]();
  return aStoredWish(town, status, { statusSince: start, submitterId: town.cast.resident.accountId, ...set });
}

const people = {
  submitter: ['resident'],
  claimer: ['member'],
  members: ['member', 'liaison', 'leader'],
  liaison: ['liaison', 'leader'],
  leader: ['leader'],
  presidium: ['presidium'],
} as const;

const steps = (Object.keys(timerSteps) as TimerName[]).flatMap((name) =>
  timerSteps[name].map((step, index) => ({
    name,
    index,
    hours: step.afterHours,
    text: step.text,
    told: [...new Set(step.tell.flatMap((one) => [...people[one]]))].sort(),
  })),
);

it.each(steps)('$name, step $index: silent a minute before, at $hours h tells $told once', async (step) => {
  const id = await aWishIn(step.name, Math.min(step.hours, 0) - 1);
  await town.runAt(new Date(later(step.hours).getTime() - 60_000));
  for (const lines of Object.values(await town.toldOf(id))) {
    expect(lines.join()).not.toContain(step.text);
  }
  const told = async () => {
    const lines = Object.entries(await town.toldOf(id)).filter(([, said]) =>
      said.some((one) => one.includes(step.text)),
    );
    return lines.map(([who, said]) => `${who} ${said.length}`).sort();
  };
  expect((await town.runAt(later(step.hours))).changed).toBe(1);
  const { code } = await wishes.get(id);
  expect(await told()).toEqual(step.told.map((who) => `${who} 1`));
  expect(Object.values(await town.toldOf(id)).flat()).toContain(`${code} ${step.text}`);
  expect((await town.runAt(later(step.hours))).changed).toBe(0);
  expect(await told()).toEqual(step.told.map((who) => `${who} 1`));
});

const moved: [TimerName, number, Record<string, unknown>, string][] = [
  ['review', 8, { status: 'submitted', holder: { role: 'presidium' } }, '超时未处理，转主席团'],
  [
    'needInfo',
    14,
    { status: 'withdrawn', holder: { role: 'none' }, reason: '逾期未补充，自动撤回' },
    '逾期未补充，自动撤回',
  ],
  ['unclaimed', 7, { status: 'open', holder: { role: 'presidium' } }, '超时未处理，转主席团'],
  ['resume', 0, { status: 'claimed', holder: { role: 'representative' } }, '恢复办理'],
  ['silence', 7, { status: 'closed', holder: { role: 'none' } }, '两次回访未果，满 7 天自动办结'],
  ['followUp', 28, { status: 'closed', followUpDue: true }, '满 28 天，请二次回访'],
];

it.each(moved)('%s moves the wish after %d days, and its timeline says so', async (name, days, after, line) => {
  const id = await aWishIn(name, -1);
  const before = await wishes.get(id);
  const at = addDays(start, days);
  await town.runAt(new Date(at.getTime() - 60_000));
  expect(await wishes.get(id)).toMatchObject({ status: before.status, rev: before.rev });
  await town.runAt(at);
  const wish = await wishes.get(id);
  expect(wish).toMatchObject({ ...after, rev: before.rev + 1 });
  expect(wish.timeline.at(-1)).toEqual({ at, who: '系统', what: line, photos: [] });
  if (wish.holder.role !== before.holder.role) expect(wish.holder.since).toEqual(at);
  const held = Object.values(wish.heldMs).reduce((sum, ms) => sum + ms, 0);
  expect(held).toBe(wish.holder.since.getTime() - before.holder.since.getTime());
});

it.each(['review', 'unclaimed'] as const)('lays what escalates from %s on the desk of the presidium', async (name) => {
  const id = await aWishIn(name);
  expect((await wishes.get(id)).plan.desk).toBe('liaison:g1');
  await town.runAt(addDays(start, 8));
  expect((await wishes.get(id)).plan.desk).toBe('presidium');
});

it('only reminds without a revision, so that whoever acts at that moment is not refused', async () => {
  const id = await aWishIn('progress');
  const before = await wishes.get(id);
  await town.runAt(addDays(start, 7));
  const after = await wishes.get(id);
  expect([after.rev, after.timeline]).toEqual([before.rev, before.timeline]);
  town.clock.now = addDays(start, 7);
  const acted = await wishes.moveIfUnchanged(
    before,
    { remark: '看过' },
    { at: town.clock.now, who: '代表', what: '看过', photos: [] },
  );
  expect(acted?.plan.timers.find(({ name }) => name === 'progress')?.step).toBe(1);
  expect((await town.runAt(town.clock.now)).changed).toBe(0);
});

it('asks for a note every week as long as there is none', async () => {
  const id = await aWishIn('progress');
  const asked: number[] = [];
  const planned = async () => JSON.stringify((await wishes.get(id)).plan.timers);
  for (let day = 1; day <= 30; day += 1) {
    const before = await planned();
    await town.runAt(addDays(start, day));
    if ((await planned()) !== before) asked.push(day);
  }
  expect(asked).toEqual([7, 14, 21, 28]);
  expect(await town.toldOf(id)).toMatchObject({ member: expect.any(Array) });
});

it('gives the claimer of a resumed wish a new week, and the time that was left', async () => {
  town.clock.now = start;
  const claimer = theMember(town, { at: addDays(start, -20), contactedAt: addDays(start, -19) });
  const set = { claimer, pausedFrom: 'claimed', resumeOn: addDays(start, 10), dueLeftMs: 5 * DAY_MS } as const;
  const id = await aStoredWish(town, 'paused', set);
  await town.runAt(addDays(start, 10));
  const wish = await wishes.get(id);
  expect(wish).toMatchObject({ status: 'claimed', dueAt: addDays(start, 15), stoppedMs: 10 * DAY_MS });
  expect(wish.plan.timers.map(({ name, at }) => [name, at])).toEqual([
    ['progress', addDays(start, 17)],
    ['due', addDays(start, 13)],
  ]);
  expect((await town.runAt(addDays(start, 10))).changed).toBe(0);
});

it('pays half for a wish that closes in silence, once, and answers each whose wish it was', async () => {
  town.clock.now = start;
  const id = await aStoredWish(town, 'fulfilled', { ...situations.silence()[1], statusSince: start, mergedCount: 1 });
  const { code } = await wishes.get(id);
  const master = { id, code, status: 'fulfilled', at: start } as const;
  const merged = await aStoredWish(town, 'merged', { submitterId: town.cast.resident.accountId, master });
  const entries = async () => {
    const { items } = await town.call(
      'points.entries',
      { representativeId: 'g1-member' },
      town.tokenOf(town.cast.member),
    );
    return items.filter((entry) => entry.reason.includes(code));
  };
  expect(await entries()).toEqual([]);
  await Promise.all([town.runAt(addDays(start, 7)), town.runAt(addDays(start, 7))]);
  expect(await entries()).toMatchObject([{ delta: 2, reason: `办结心愿 ${code}，未评价` }]);
  const told = await town.toldOf(merged);
  expect(Object.keys(told)).toEqual(['resident']);
  expect(told.resident?.[0]).toContain(`并入的心愿 ${code} 已办结`);
  expect((await wishes.get(merged)).master).toMatchObject({ status: 'closed' });
});
