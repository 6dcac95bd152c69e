import fc from 'fast-check';
import { endOfDay, shanghaiDay, DAY_MS } from '../../domain/time';
import { addWorkingDays } from '../../domain/working-days';
import { workingDays } from '../../cloudfunctions/kit/working-days';

const table = workingDays({});

it.each([
  ['2026-09-30', true, 'the day before National Day'],
  ['2026-10-01', false, 'National Day'],
  ['2026-10-07', false, 'the last day of the holiday'],
  ['2026-10-08', true, 'the first day after it'],
  ['2026-09-20', true, 'a Sunday worked for National Day'],
  ['2026-10-10', true, 'a Saturday worked for National Day'],
  ['2026-10-11', false, 'the Sunday after it'],
  ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
  ['2026-02-17', false, 'the Spring Festival'],
  ['2026-06-19', false, 'the Dragon Boat Festival'],
  ['2026-06-20', false, 'a plain Saturday'],
  ['2026-06-22', true, 'a plain Monday'],
])('%s: %s, %s', (day, worked) => {
  expect(table(day)).toBe(worked);
});

it.each([
  ['2026-06-12T02:00:00Z', 1, '2026-06-15', 'from Friday over the weekend'],
  ['2026-06-12T17:00:00Z', 1, '2026-06-15', 'from Saturday in Shanghai, still Friday in London'],
  ['2026-09-30T02:00:00Z', 1, '2026-10-08', 'over National Day'],
  ['2026-09-30T02:00:00Z', 3, '2026-10-10', 'into the Saturday that is worked'],
  ['2026-09-30T02:00:00Z', 4, '2026-10-12', 'beyond the Sunday after it'],
])('counts %s and %d working days to the end of %s: %s', (at, count, day) => {
  const end = addWorkingDays(new Date(at), count, table);
  expect([shanghaiDay(end), end]).toEqual([day, endOfDay(end)]);
});

it("puts the town's own days before the table", () => {
  const own = workingDays({ daysOff: ['2026-06-15'], daysOn: ['2026-06-13', '2026-06-15'] });
  expect(shanghaiDay(addWorkingDays(new Date('2026-06-12T02:00:00Z'), 1, own))).toBe('2026-06-13');
  expect(shanghaiDay(addWorkingDays(new Date('2026-06-13T02:00:00Z'), 1, own))).toBe('2026-06-16');
});

it('always ends on a working day with as many of them between', () => {
  const aDay = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2026-06-30T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 66 }), (at, count) => {
      const end = addWorkingDays(at, count, table);
      expect(table(shanghaiDay(end))).toBe(true);
      let between = 0;
      for (let day = endOfDay(at); day < end; day = new Date(day.getTime() + DAY_MS)) {
        if (table(shanghaiDay(new Date(day.getTime() + DAY_MS)))) between += 1;
      }
      expect(between).toBe(count);
    }),
    { numRuns: 50 },
  );
});

it('gives up where nobody ever works', () => {
  expect(addWorkingDays(new Date('2026-06-12T02:00:00Z'), 1, () => false).getUTCFullYear()).toBe(2036);
});
