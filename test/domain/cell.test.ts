import fc from 'fast-check';
import { readCount, readDay, readPhone, readYuan, type Cell, type Reading } from '../../domain/cell';
import { shanghaiDay } from '../../domain/time';

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const day = fc
  .date({ min: new Date('1955-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const value = <Value>(reading: Reading<Value>): Value => {
  if ('reason' in reading) throw new Error(reading.reason);
  return reading.value;
};

const refused = (reading: Reading<unknown>): boolean => 'reason' in reading && /[\u4e00-\u9fff]/.test(reading.reason);

describe('a day in a cell', () => {
  it('is the same day however it is written', () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.boolean(), (written, padded, wide) => {
        const [y = '', mm = '', dd = ''] = written.split('-');
        const [m, d] = padded ? [mm, dd] : [String(Number(mm)), String(Number(dd))];
        const serial = (Date.parse(`${written}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
        const texts = [`${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}.${m}.${d}`, ` ${y}年${m}月${d}日 `, `${y}${mm}${dd}`];
        const cells: Cell[] = [...texts.map((text) => (wide ? fullWidth(text) : text)), { day: written }];
        const numbers: Cell[] = [Number(`${y}${mm}${dd}`), serial, serial + 0.75];
        for (const cell of [...cells, ...numbers, `${y}-${m}-${d} 08:30`]) {
          expect(shanghaiDay(value(readDay(cell)) ?? new Date(0))).toBe(written);
        }
      }),
    );
  });

  it('is blank or a reason in Chinese, never a wrong day, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日 ') })), (text) => {
        const reading = readDay(text);
        if ('reason' in reading) return refused(reading);
        if (reading.value === null) return text.trim() === '';
        const digits = text.normalize('NFKC').match(/\d+/g)?.join('') ?? '';
        return digits.startsWith(shanghaiDay(reading.value).slice(0, 4));
      }),
    );
  });

  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-4-31',
    '20210230',
    '21-5-8',
    '5月8日',
    '2021年5月',
    '2021-5/8',
    '2021-05-08至2021-05-10',
    '下周',
    '0',
  ])('is refused when it is written %s', (text) => expect(refused(readDay(text))).toBe(true));

  it.each([0, 1, 2021, 202105, -44324, 1e9, 20211332, true])('is refused when it is the number %s', (cell) =>
    expect(refused(readDay(cell))).toBe(true),
  );
});

describe('money in a cell', () => {
  it('is whole fen, from a number or from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.boolean(), (fen, wide) => {
        const plain = (fen / 100).toFixed(2);
        const grouped = plain.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
        expect(value(readYuan(fen / 100))).toBe(fen);
        for (const text of [plain, grouped, `￥${grouped}`, `${plain}元`, ` ${plain} `]) {
          expect(value(readYuan(wide ? fullWidth(text) : text))).toBe(fen);
        }
      }),
    );
  });

  it('keeps what a spreadsheet makes of 0.1 + 0.2', () => expect(value(readYuan(0.1 + 0.2))).toBe(30));

  it.each([
    '三千元',
    '3千',
    '约3000',
    '3万',
    '1,2',
    '12,34',
    '1.2.3',
    '3000元整',
    '-5',
    '1.234',
    '=1+1',
    1.005,
    -1,
    NaN,
    1e8,
    true,
  ])('is refused when it is %s', (cell) => expect(refused(readYuan(cell))).toBe(true));
});

describe('a count in a cell', () => {
  it('is a whole number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (count) => {
        for (const cell of [
          count,
          String(count),
          fullWidth(`${count}人`),
          `${count}人次`,
          count.toLocaleString('en'),
        ]) {
          expect(value(readCount(cell))).toBe(count);
        }
      }),
    );
  });

  it.each([1.5, -1, '1.5', '十人', '5-6', '2021-05-08', 2_000_000, '多人'])('is refused when it is %s', (cell) =>
    expect(refused(readCount(cell))).toBe(true),
  );
});

describe('a phone in a cell', () => {
  it.each([
    ['13959171093', '13959171093'],
    [13959171093, '13959171093'],
    ['１３９ ５９１７－１０９３', '13959171093'],
    ['0513-8450 1234', '051384501234'],
    ['', ''],
    [null, ''],
  ])('reads %s as %s', (cell, phone) => expect(value(readPhone(cell))).toBe(phone));

  it.each(['12345', '139591710930', '没有', '13959171093,13959171094', '+8613959171093'])('refuses %s', (cell) =>
    expect(refused(readPhone(cell))).toBe(true),
  );
});
