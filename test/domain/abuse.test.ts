import fc from 'fast-check';
import { pauseRule, pausedUntil, recentComments, commentRate } from '../../domain/abuse';
import { addDays } from '../../domain/time';

const NOW = new Date('2026-03-31T02:00:00Z');
const daysAgo = (...days: number[]): Date[] => days.map((day) => addDays(NOW, -day));
const daysLeft = (strikes: Date[]): number | null => {
  const until = pausedUntil(strikes, NOW);
  return until && (until.getTime() - NOW.getTime()) / (24 * 3600_000);
};

it.each([
  [[], null],
  [[0, 0], null],
  [[0, 0, 0], 7],
  [[30, 15, 0], 7],
  [[31, 15, 0], null],
  [[8, 8, 8], null],
  [[7, 7, 7], null],
  [[6, 6, 6], 1],
  // A fourth one that comes while it is paused makes it longer; one on its own later does not.
  [[6, 6, 6, 2], 5],
  [[36, 36, 36, 0], null],
])('after strikes %j days ago is paused for %j days more', (days, left) => {
  expect(daysLeft(daysAgo(...days))).toBe(left);
});

const strikes = fc.array(fc.integer({ min: 0, max: 60 * 24 }).map((hours) => addDays(NOW, -hours / 24)));
const time = (until: Date | null): number => until?.getTime() ?? 0;

it('never ends earlier for one strike more, whatever their order', () => {
  fc.assert(
    fc.property(strikes, fc.integer({ min: 0, max: 60 }), (some, day) => {
      const more = [addDays(NOW, -day), ...some];
      expect(time(pausedUntil(more, NOW))).toBeGreaterThanOrEqual(time(pausedUntil(some, NOW)));
      expect(pausedUntil([...some].reverse(), NOW)).toEqual(pausedUntil(some, NOW));
    }),
  );
});

it('pauses nobody below the limit, and nobody for longer than it says', () => {
  fc.assert(
    fc.property(strikes, (some) => {
      const until = pausedUntil(some, NOW);
      if (some.length < pauseRule.strikes) expect(until).toBeNull();
      if (until) expect(until <= addDays(NOW, pauseRule.pauseDays)).toBe(true);
    }),
  );
});

it('counts the comments of the last ten minutes', () => {
  const at = (ms: number): Date => new Date(NOW.getTime() - ms);
  expect(recentComments([at(commentRate.withinMs), at(commentRate.withinMs - 1), at(0)], NOW)).toHaveLength(2);
});
