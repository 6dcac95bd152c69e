import fc from 'fast-check';
import { dueFrom, dueSpans, isFacility, REDO_PART, restartDue, stopDue } from '../../domain/due';
import { addDays, DAY_MS, shanghaiDay } from '../../domain/time';
import { categories, type Category } from '../../domain/wish';
import { workingDays } from '../../cloudfunctions/kit/working-days';

const AT = new Date('2026-09-21T02:00:00Z');
const table = workingDays({});

it.each<[Category, string]>([
  ['care', '2026-10-01'],
  ['education', '2026-10-01'],
  ['health', '2026-09-28'],
  ['paperwork', '2026-09-28'],
  ['employment', '2026-10-11'],
  ['mediation', '2026-10-11'],
  ['enterprise', '2026-10-11'],
  ['other', '2026-10-11'],
  ['facility', '2026-11-09'],
  ['environment', '2026-11-09'],
])('%s has until %s', (category, day) => {
  expect(shanghaiDay(dueFrom({ category }, AT, table))).toBe(day);
});

it('knows every category', () => {
  expect(Object.keys(dueSpans).sort()).toEqual([...categories].sort());
  expect(categories.filter(isFacility)).toEqual(['environment', 'facility']);
});

it('keeps what the review promised, in calendar days', () => {
  expect(dueFrom({ category: 'facility', dueDays: 3 }, AT, table)).toEqual(addDays(AT, 3));
});

it("takes the town's own spans", () => {
  const spans = { ...dueSpans, care: { days: 2, working: true } };
  expect(shanghaiDay(dueFrom({ category: 'care' }, new Date('2026-09-30T02:00:00Z'), table, { spans }))).toBe(
    '2026-10-09',
  );
});

it('gives half the time for what is done again', () => {
  expect(dueFrom({ category: 'care' }, AT, table, { part: REDO_PART })).toEqual(addDays(AT, 5));
  expect(shanghaiDay(dueFrom({ category: 'facility' }, AT, table, { part: REDO_PART }))).toBe('2026-10-19');
});

it('takes up the time that was left, however long the clock stood, and even what had run out', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 90 }), (left, stood) => {
      const { dueLeftMs, dueAt } = stopDue({ dueAt: addDays(AT, left) }, AT);
      expect([dueLeftMs, dueAt]).toEqual([left * DAY_MS, null]);
      const again = addDays(AT, stood);
      const running = { dueLeftMs: dueLeftMs ?? 0 };
      expect(restartDue(running, again)).toEqual({ dueAt: addDays(again, left), dueLeftMs: null });
      expect(restartDue(running, again, DAY_MS).dueAt).toEqual(addDays(again, Math.max(left, 1)));
    }),
  );
});

it('leaves a wish without a day without one', () => {
  expect(stopDue({}, AT)).toEqual({ dueLeftMs: null, dueAt: null });
  expect(restartDue({}, AT, DAY_MS)).toEqual({ dueAt: null, dueLeftMs: null });
});
