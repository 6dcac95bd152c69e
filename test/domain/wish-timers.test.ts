import fc from 'fast-check';
import { addDays, DAY_MS, HOUR_MS } from '../../domain/time';
import type { Wish, WishStatus } from '../../domain/wish';
import {
  dueSteps,
  nextAt,
  timerSteps,
  timersOf,
  timersUnder,
  type Timer,
  type TimerName,
  type TimerRules,
} from '../../domain/wish-timers';

const START = new Date('2026-03-02T02:00:00Z');
const later = (hours: number): Date => new Date(START.getTime() + hours * HOUR_MS);

const aWish = (status: WishStatus, set: Partial<Wish> = {}): Wish => ({
  id: 'w1',
  status,
  statusSince: START,
  rev: 1,
  category: 'care',
  village: '刘胜村',
  groupId: 'g1',
  holder: { role: 'liaison', since: START },
  selfSubmitted: true,
  outcomes: [],
  ...set,
});

const claimer = { representativeId: 'r1', name: '周建平', groupId: 'g1', at: START };
const called = (at: Date) => ({ at, who: '联络员', way: 'phone' as const, outcome: 'noAnswer' as const });

/** A wish whose timer of that name runs from START. */
const running: Record<TimerName, Wish> = {
  review: aWish('submitted'),
  needInfo: aWish('needInfo', { submitterId: 'a1' }),
  unclaimed: aWish('open'),
  contact: aWish('claimed', { claimer }),
  progress: aWish('claimed', { claimer: { ...claimer, contactedAt: START } }),
  due: aWish('claimed', {
    statusSince: addDays(START, -10),
    claimer: { ...claimer, at: addDays(START, -10) },
    dueAt: START,
  }),
  resume: aWish('paused', { resumeOn: START }),
  callBack: aWish('fulfilled'),
  silence: aWish('fulfilled', { callBacks: [called(addDays(START, -2)), called(START)] }),
  followUp: aWish('closed', { category: 'facility', endedAt: START }),
  planned: aWish('answered', { followUpOn: START }),
};

const steps = (Object.keys(timerSteps) as TimerName[]).flatMap((name) =>
  timerSteps[name].map((step, index) => ({ name, index, hours: step.afterHours, text: step.text })),
);

const ofName = (timers: readonly Timer[], name: TimerName): Timer[] => timers.filter((timer) => timer.name === name);

it.each(steps)(
  '$name, step $index: nothing a minute before $hours h, the step at that moment',
  ({ name, index, hours, text }) => {
    const before = new Date(later(hours).getTime() - 60_000);
    const timers = ofName(timersOf(running[name], []), name);
    expect(timers).toHaveLength(1);
    const said = dueSteps(timers, before).map(({ after }) => after);
    const waiting = said.length > 0 ? said : timers;
    expect(waiting).toMatchObject([{ step: index, at: later(hours) }]);
    expect(dueSteps(waiting, before)).toEqual([]);
    expect(nextAt(waiting)).toEqual(later(hours));
    expect(dueSteps(waiting, later(hours))).toMatchObject([{ steps: [{ text }], after: { step: index + 1 } }]);
  },
);

it.each(steps)('$name, step $index: is not told again, whatever else changes', ({ name, hours }) => {
  const [due] = dueSteps(ofName(timersOf(running[name], []), name), later(hours));
  const replanned = timersOf({ ...running[name], rev: 9 }, due ? [due.after] : []);
  expect(dueSteps(ofName(replanned, name), later(hours))).toEqual([]);
});

const stopped = [
  ['needInfo', aWish('needInfo', { claimer, dueAt: START })],
  ['paused', aWish('paused', { claimer, dueAt: START, resumeOn: addDays(START, 30) })],
  ['coordinating', aWish('coordinating', { claimer, dueAt: START })],
] as const;

it.each(stopped)('runs no clock of the claimer while a wish is %s', (_status, wish) => {
  const names = timersOf(wish, []).map(({ name }) => name);
  expect(names.filter((name) => ['contact', 'progress', 'due'].includes(name))).toEqual([]);
});

it('does not count the time of a pause as silence of the claimer', () => {
  const resumed = { statusSince: addDays(START, 30), claimer: { ...claimer, contactedAt: addDays(START, 1) } };
  expect(timersOf(aWish('claimed', resumed), [])).toMatchObject([{ name: 'progress', at: addDays(START, 37) }]);
  const uncalled = { statusSince: addDays(START, 30), claimer };
  expect(timersOf(aWish('claimed', uncalled), [])).toMatchObject([{ name: 'contact', at: addDays(START, 31) }]);
});

it('asks for a note every seven days until there is one', () => {
  const wish = running.progress;
  let timers: readonly Timer[] = timersOf(wish, []);
  const asked: number[] = [];
  for (let hour = 0; hour <= 24 * 30; hour += 1) {
    const due = dueSteps(timers, later(hour));
    asked.push(...due.map(() => hour / 24));
    timers = timersOf(wish, due.length > 0 ? due.map(({ after }) => after) : timers);
  }
  expect(asked).toEqual([7, 14, 21, 28]);
  const noted = { ...wish, claimer: { ...claimer, contactedAt: START, progressAt: addDays(START, 30) } };
  expect(timersOf(noted, timers)).toMatchObject([{ name: 'progress', step: 0, at: addDays(START, 37) }]);
});

it('looks again after 28 days at facilities only, and once', () => {
  expect(timersOf(aWish('closed', { endedAt: START }), [])).toEqual([]);
  expect(timersOf(aWish('closed', { category: 'environment', endedAt: START }), [])).toHaveLength(1);
  expect(timersOf(aWish('closed', { category: 'facility', endedAt: START, followUpDue: true }), [])).toEqual([]);
});

it('leaves out nobody and no move when it comes late', () => {
  const [due] = dueSteps(timersOf(running.unclaimed, []), addDays(START, 40));
  expect(due).toMatchObject({
    steps: [{ tell: ['members', 'liaison'] }, { tell: ['leader', 'liaison'] }, { tell: ['presidium'] }],
    moves: ['escalate'],
    after: { step: 3 },
  });
});

it('goes through the same moves in whatever portions time passes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(timerSteps) as TimerName[])),
      fc.array(fc.integer({ min: 1, max: 20 * 24 }), { minLength: 1, maxLength: 20 }),
      (name, portions) => {
        const wish = running[name];
        const start = addDays(START, -10);
        let now = start;
        let timers = ofName(timersOf(wish, []), name);
        const moved: string[] = [];
        let told = 0;
        for (const hours of portions) {
          now = new Date(now.getTime() + hours * HOUR_MS);
          const due = dueSteps(timers, now);
          expect(due.length).toBeLessThanOrEqual(1);
          told += due.length;
          moved.push(...due.flatMap(({ moves }) => moves));
          timers = ofName(timersOf(wish, due.length > 0 ? due.map(({ after }) => after) : timers), name);
          expect(dueSteps(timers, now)).toEqual([]);
        }
        const [atOnce] = dueSteps(ofName(timersOf(wish, []), name), now);
        expect(moved).toEqual(atOnce?.moves ?? []);
        expect(told > 0).toBe(atOnce !== undefined);
        expect(timers[0]?.step).toBe(atOnce?.after.step ?? 0);
      },
    ),
  );
});

describe('under new rules', () => {
  const quick: TimerRules = {
    ...timerSteps,
    unclaimed: [
      { afterHours: 24, tell: ['members'], text: '1 天还没有代表认领' },
      { afterHours: 5 * 24, tell: ['presidium'], text: '5 天还没有代表认领，转主席团兜底', move: 'escalate' },
    ],
  };
  const told = dueSteps(timersOf(running.unclaimed, []), addDays(START, 3)).map(({ after }) => after);

  it('does not say again what was said, and makes the move that the new rules set earlier', () => {
    const timers = timersUnder(quick, told);
    expect(dueSteps(timers, addDays(START, 4), quick)).toEqual([]);
    expect(dueSteps(timers, addDays(START, 6), quick)).toMatchObject([{ moves: ['escalate'] }]);
  });

  it('begins at the first step where nothing was said yet', () => {
    expect(timersUnder(quick, timersOf(running.unclaimed, []))).toMatchObject([{ step: 0, at: addDays(START, 1) }]);
  });

  it('waits for a step that they set later than the last one said', () => {
    const slow: TimerRules = { ...timerSteps, unclaimed: [{ afterHours: 10 * 24, tell: ['leader'], text: '10 天' }] };
    const [timer] = timersUnder(slow, told);
    expect(timer).toMatchObject({ step: 0 });
    expect(timer?.at.getTime()).toBe(START.getTime() + 10 * DAY_MS);
  });
});
