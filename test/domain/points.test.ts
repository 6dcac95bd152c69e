import fc from 'fast-check';
import { entryKey, fulfilledTenths, pointsOf, pointsRules, withinCaps, type PointsRule } from '../../domain/points';
import { shanghaiDay, shanghaiMonth, shanghaiYear } from '../../domain/time';
import { difficulties, ratings } from '../../domain/wish';

const rules: readonly PointsRule[] = Object.values(pointsRules);

it.each([
  ['easy', 'satisfied', 2],
  ['easy', 'fair', 1.6],
  ['medium', 'satisfied', 4],
  ['medium', 'fair', 3.2],
  ['medium', undefined, 2],
  ['hard', 'satisfied', 6],
  ['hard', 'unsatisfied', 0],
] as const)('pays %s rated %s with %d', (difficulty, rating, expected) => {
  expect(pointsOf(fulfilledTenths(difficulty, rating))).toBe(expected);
});

it('keeps every payment in whole tenths', () => {
  for (const difficulty of difficulties) {
    for (const rating of [undefined, ...ratings]) {
      expect(Number.isInteger(fulfilledTenths(difficulty, rating))).toBe(true);
    }
  }
});

const anEntry = fc.record({
  at: fc.date({ min: new Date('2020-12-20T00:00:00Z'), max: new Date('2021-02-10T00:00:00Z'), noInvalidDate: true }),
  tenths: fc.integer({ min: 0, max: 80 }),
});

it('never pays more than a cap in any day, month or year, in whatever order the deeds come', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rules), fc.array(anEntry, { maxLength: 80 }), (rule, deeds) => {
      const paid: { at: Date; tenths: number }[] = [];
      const sumOf = (span: (at: Date) => string, at: Date): number =>
        paid.filter((entry) => span(entry.at) === span(at)).reduce((sum, { tenths }) => sum + tenths, 0);
      for (const { at, tenths } of deeds) {
        const earned = { day: sumOf(shanghaiDay, at), month: sumOf(shanghaiMonth, at), year: sumOf(shanghaiYear, at) };
        const allowed = withinCaps(rule, tenths, earned);
        expect(allowed).toBeGreaterThanOrEqual(0);
        expect(allowed).toBeLessThanOrEqual(tenths);
        paid.push({ at, tenths: allowed });
      }
      for (const { at } of paid) {
        expect(sumOf(shanghaiDay, at)).toBeLessThanOrEqual(rule.capTenths.day ?? Infinity);
        expect(sumOf(shanghaiMonth, at)).toBeLessThanOrEqual(rule.capTenths.month ?? Infinity);
        expect(sumOf(shanghaiYear, at)).toBeLessThanOrEqual(rule.capTenths.year ?? Infinity);
      }
    }),
  );
});

it('pays what is left below a cap, and all of it where there is room', () => {
  const rule = pointsRules.W4;
  expect(withinCaps(rule, 60, { day: 0, month: 0, year: 0 })).toBe(60);
  expect(withinCaps(rule, 60, { day: 0, month: 0, year: 280 })).toBe(20);
  expect(withinCaps(rule, 60, { day: 0, month: 0, year: 300 })).toBe(0);
});

it('has one key for one rule, person and thing, and another for any other', () => {
  const aPart = fc.stringMatching(/^[\w-]{1,12}$/);
  const parts = fc.tuple(
    fc.constantFrom('W2' as const, 'W4' as const, 'S1' as const),
    aPart,
    fc.constantFrom('wish', 'post'),
    aPart,
  );
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const key = ([rule, person, kind, id]: typeof a): string => entryKey(rule, person, { kind, id });
      expect(key(a) === key(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
