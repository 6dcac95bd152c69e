import fc from 'fast-check';
import {
  addDays,
  chineseDate,
  shanghaiDay,
  shanghaiMinute,
  shanghaiMonth,
  shanghaiYear,
  startOfDay,
} from '../../domain/time';

const aTime = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

it('tells the day, month, year and minute that a clock in Shanghai tells', () => {
  fc.assert(
    fc.property(aTime, (at) => {
      const [day = '', minute = ''] = inShanghai.format(at).split(' ');
      expect(shanghaiDay(at)).toBe(day);
      expect(shanghaiMonth(at)).toBe(day.slice(0, 7));
      expect(shanghaiYear(at)).toBe(day.slice(0, 4));
      expect(shanghaiMinute(at).endsWith(` ${minute}`)).toBe(true);
    }),
  );
});

it('begins a day at its first instant', () => {
  fc.assert(
    fc.property(aTime, (at) => {
      const start = startOfDay(shanghaiDay(at));
      if (!start) throw new Error('no such day');
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(shanghaiDay(start)).toBe(shanghaiDay(at));
      expect(shanghaiDay(new Date(start.getTime() - 1))).not.toBe(shanghaiDay(at));
      expect(shanghaiDay(addDays(start, 1))).toBe(shanghaiDay(addDays(at, 1)));
    }),
  );
});

it.each(['2021-02-29', '2021-13-01', '2021-1-1', '20210101', '', '2021-06-31', ' 2021-06-30'])(
  'knows that %j is no day',
  (day) => {
    expect(startOfDay(day)).toBeNull();
  },
);

it('writes dates as a clerk does', () => {
  expect(chineseDate(new Date('2021-06-04T16:00:00Z'))).toBe('2021年6月5日');
  expect(shanghaiMinute(new Date('2021-06-05T06:05:00Z'))).toBe('6月5日 14:05');
});
