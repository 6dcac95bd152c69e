import fc from 'fast-check';
import {
  completionOf,
  dayAfter,
  daysBetween,
  movedDay,
  nextTaskReminder,
  noProgress,
  phaseOf,
  raceMonths,
  raceValues,
  type Goal,
} from '../../domain/campaign';
import { countedOfWish, tallyChanges, type Counted } from '../../domain/campaign-tally';
import { reportDraft, reportFigureNames, reportFigures, unknownFigures } from '../../domain/campaign-report';
import { metrics, noCounts } from '../../domain/campaign';

const span = { from: '2026-11-16', until: '2027-01-15' };
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('runs on its first and on its last day, and is over on the next', () => {
  const phases = ['2026-11-15', '2026-11-16', '2027-01-15', '2027-01-16'].map((today) =>
    phaseOf({ ...span, status: 'running' }, today),
  );
  expect(phases).toEqual(['upcoming', 'running', 'running', 'over']);
});

it('moves a deadline as many days into the next campaign, and never out of it', () => {
  fc.assert(
    fc.property(day, day, fc.nat(400), fc.nat(400), (from, next, length, offset) => {
      const before = { from, until: dayAfter(from, length) };
      const after = { from: next, until: dayAfter(next, length) };
      const due = dayAfter(from, Math.min(offset, length));
      const moved = movedDay(due, before, after);
      expect(moved >= after.from && moved <= after.until).toBe(true);
      expect(daysBetween(after.from, moved)).toBe(daysBetween(from, due));
    }),
  );
});

it('reminds of a task three days before, and on the day after', () => {
  const at = (time: string) => new Date(`${time}+08:00`);
  const next = (time: string) => nextTaskReminder('2026-11-20', at(time))?.toISOString();
  expect(next('2026-11-10T09:00:00')).toBe(at('2026-11-17T08:00:00').toISOString());
  expect(next('2026-11-17T08:00:00')).toBe(at('2026-11-21T08:00:00').toISOString());
  expect(next('2026-11-21T08:00:00')).toBeUndefined();
});

describe('completion', () => {
  const goals: Goal[] = [
    { id: 'a', name: '办结', metric: 'fulfilled', unit: '件', targets: { g1: 4 } },
    { id: 'b', name: '帮扶', metric: 'manual', unit: '户', targets: { g1: 10, g2: 3 } },
  ];

  it('is the mean of the goals of the group, none beyond its target', () => {
    const progress = { ...noProgress(), counts: { fulfilled: 9 }, reported: { b: { value: 5, month: '2026-12' } } };
    expect(completionOf(goals, 'g1', progress)).toBe(75);
    expect(completionOf(goals, 'g2', progress)).toBe(100);
    expect(completionOf(goals, 'g3', progress)).toBeUndefined();
  });

  it('races by what each month had reached at its end', () => {
    const months = raceMonths(span, '2026-12-31');
    expect(months).toEqual(['2026-11', '2026-12']);
    const progress = {
      counts: { fulfilled: 4 },
      months: { '2026-11': { fulfilled: 1 }, '2026-12': { fulfilled: 3 } },
      reported: { b: { value: 5, month: '2026-12' } },
    };
    expect(raceValues(goals, 'g1', progress, months)).toEqual([12.5, 75]);
  });
});

describe('tallies', () => {
  const counted: fc.Arbitrary<Counted> = fc.record({
    campaignId: fc.constantFrom('c1', 'c2'),
    groupId: fc.constantFrom('g1', 'g2'),
    metric: fc.constantFrom(...metrics),
    month: fc.constantFrom('2026-11', '2026-12'),
  });

  it('take back exactly what was added', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 6 }), fc.array(counted, { maxLength: 6 }), (before, after) => {
        const sum = new Map<string, number>();
        const moves = [...tallyChanges([], before), ...tallyChanges(before, after), ...tallyChanges(after, [])];
        for (const { campaignId, of, ownerId, change } of moves) {
          for (const [path, by] of Object.entries(change)) {
            const key = `${campaignId}.${of}.${ownerId}.${path}`;
            sum.set(key, (sum.get(key) ?? 0) + by);
          }
        }
        expect([...sum.values()].filter((left) => left !== 0)).toEqual([]);
        expect(tallyChanges(after, after)).toEqual([]);
      }),
    );
  });

  it('count a wish for the group of its village, and its end for the group that brought it', () => {
    const wish = {
      campaignId: 'c1',
      status: 'closed' as const,
      groupId: 'g1',
      collectedAt: new Date('2026-11-30T15:59:00Z'),
      claimer: { representativeId: 'r2', groupId: 'g2', at: new Date('2026-12-01T00:00:00Z') },
      result: { at: new Date('2026-12-02T00:00:00Z') },
      resolved: 'yes' as const,
    };
    const said = (of: Parameters<typeof countedOfWish>[0]) =>
      countedOfWish(of).map(({ metric, groupId, month }) => `${metric} ${groupId} ${month}`);
    expect(said(wish)).toEqual(['registered g1 2026-11', 'fulfilled g2 2026-12', 'resolved g2 2026-12']);
    expect(said({ ...wish, status: 'claimed' })).toEqual(['registered g1 2026-11']);
    expect(said({ ...wish, hidden: {} })).toEqual([]);
    expect(said({ ...wish, status: 'withdrawn' })).toEqual([]);
  });
});

it('drafts a report in which every figure is one that is counted', () => {
  const counts = { ...noCounts(), registered: 5, fulfilled: 3, posts: 2 };
  const facts = {
    counts,
    byGroup: [{ name: '江东代表小组', counts: { registered: 5, fulfilled: 3 } }],
    goals: { reached: 1, all: 2 },
    tasks: { done: 1, all: 1 },
  };
  const about = { town: '长江镇', name: '为民服务我先行', themes: ['助推发展我出力'], ...span };
  const tasksDone = [{ title: '走访困难户', groupName: '江东代表小组' }];
  const { title, text } = reportDraft({ ...facts, ...about, tasksDone });
  expect(unknownFigures(title, text)).toEqual([]);
  expect(text).toContain('2026年11月16日至2027年1月15日，长江镇人大组织开展“为民服务我先行”');
  expect(text).not.toMatch(/undefined|NaN/);
  expect(reportFigures(facts).map(({ name }) => name)).toEqual(reportFigureNames);
});
