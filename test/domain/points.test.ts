import fc from 'fast-check';
import { presentDays, presentIn } from '../../domain/absence';
import { asOfPreset, catalogue, cumulative, hundred } from '../../domain/points-catalogue';
import {
  askedOf,
  assess,
  deedKey,
  entryKey,
  nothingEarned,
  periodsOf,
  sharesOf,
  type Earned,
} from '../../domain/points';
import { formulaOf, versionAt, type Caps, type PointsRule, type RuleCode } from '../../domain/points-rules';

const ruleOf = (code: RuleCode): PointsRule => {
  const rule = catalogue.find((one) => one.code === code);
  if (!rule) throw new Error(`no ${code}`);
  return rule;
};

const aRule = fc.constantFrom(...catalogue);
describe('caps', () => {
  it('leave between nothing and what was asked, whatever has been earned', () => {
    const earned = fc.record({
      day: fc.integer({ min: -200, max: 400 }),
      month: fc.integer({ min: -200, max: 400 }),
      year: fc.integer({ min: -200, max: 900 }),
      thing: fc.integer({ min: -200, max: 400 }),
      part: fc.integer({ min: -200, max: 900 }),
    });
    const present = fc.record({
      month: fc.double({ min: 0, max: 1, noNaN: true }),
      year: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(aRule, fc.integer({ min: 0, max: 300 }), earned, present, (rule, size, before, there) => {
        const asked = rule.part === 'deduction' ? -size : size;
        const { tenths, limitedBy } = assess(rule, hundred, asked, before, there);
        expect(Math.abs(tenths)).toBeLessThanOrEqual(size);
        expect(tenths * asked).toBeGreaterThanOrEqual(0);
        expect(limitedBy === undefined).toBe(tenths === asked);
      }),
    );
  });

  it('hold in any order of arrival', () => {
    const deed = fc.record({
      day: fc.integer({ min: 1, max: 3 }),
      month: fc.integer({ min: 1, max: 3 }),
      size: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(aRule, fc.array(deed, { maxLength: 40 }), (rule, deeds) => {
        const sign = rule.part === 'deduction' ? -1 : 1;
        const sums = new Map<string, number>();
        const of = (key: string): number => sums.get(key) ?? 0;
        for (const { day, month, size } of deeds) {
          const keys = { day: `${month}-${day}`, month: `m${month}`, year: 'year', thing: 'thing', part: 'year' };
          const earned = Object.fromEntries(
            Object.entries(keys).map(([span, key]) => [span, of(key)]),
          ) as unknown as Earned;
          const { tenths } = assess(rule, hundred, sign * size, earned);
          for (const key of new Set(Object.values(keys))) sums.set(key, of(key) + tenths);
        }
        const most = (span: keyof Caps, keys: (key: string) => boolean) => {
          const cap = rule.capTenths[span];
          if (cap === undefined) return;
          for (const [key, sum] of sums) if (keys(key)) expect(sign * sum).toBeLessThanOrEqual(cap);
        };
        most('day', (key) => key.includes('-'));
        most('month', (key) => key.startsWith('m'));
        most('year', (key) => key === 'year');
        most('thing', (key) => key === 'thing');
      }),
    );
  });

  it('of the parts hold as 百分制 says, and not for 累计制', () => {
    const earned = { ...nothingEarned, part: 595 };
    expect(assess(ruleOf('W6'), hundred, 30, earned)).toEqual({ tenths: 5, limitedBy: 'part' });
    expect(assess(ruleOf('W6'), cumulative, 30, earned)).toEqual({ tenths: 30 });
    expect(asOfPreset(ruleOf('W2'), 'cumulative').capTenths).toEqual({ day: 30 });
    expect(asOfPreset(ruleOf('D1'), 'cumulative').capTenths).toEqual({ year: 50 });
  });

  it('are scaled for who was away, rounded up', () => {
    const rule = ruleOf('W2');
    const earned = { ...nothingEarned, year: 75 };
    expect(assess(rule, hundred, 10, earned, { month: 1, year: 0.5 })).toEqual({ tenths: 0, limitedBy: 'year' });
    expect(assess(rule, hundred, 10, { ...earned, year: 70 }, { month: 1, year: 0.5 }).tenths).toBe(5);
    expect(assess(rule, hundred, 10, nothingEarned, { month: 1, year: 0 }).tenths).toBe(0);
  });
});

describe('shares', () => {
  it('always add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }),
        (tenths, parts) => {
          expect(sharesOf(tenths, parts).reduce((sum, share) => sum + share, 0)).toBe(tenths);
        },
      ),
    );
    expect(sharesOf(40, [1, 1, 1])).toEqual([14, 13, 13]);
  });
});

describe('what is asked', () => {
  it('is difficulty times what the wisher said', () => {
    const asked = (difficulty: 'easy' | 'medium' | 'hard', rating?: 'satisfied' | 'fair' | 'unsatisfied') =>
      askedOf(ruleOf('W4'), { difficulty, rating }).tenths;
    expect([asked('easy', 'satisfied'), asked('medium', 'fair'), asked('hard'), asked('hard', 'unsatisfied')]).toEqual([
      20, 32, 30, 0,
    ]);
    const share = { parts: [1, 1], index: 1 };
    expect(askedOf(ruleOf('W4'), { difficulty: 'medium', rating: 'fair', share })).toEqual({
      tenths: 16,
      how: '难度“中” 4 分 × 基本满意 0.8，合力 2 人分得 1.6 分',
    });
  });

  it('is one of the named grades, or so many units', () => {
    expect(askedOf(ruleOf('G2'), { grade: '市级' })).toEqual({ tenths: 40, how: '市级 4 分' });
    expect(() => askedOf(ruleOf('G2'), { grade: '部级' })).toThrow('INVALID_INPUT');
    expect(askedOf(ruleOf('M2'), { units: 3 })).toEqual({ tenths: -30, how: '3 半天 × -1 分' });
  });
});

describe('rules', () => {
  it('say their formula', () => {
    expect(formulaOf(ruleOf('W2'))).toBe('每条 1 分；每日最多 3 分，每年最多 15 分');
    expect(formulaOf(ruleOf('D2'))).toBe('每件·周 -1 分；每件最多扣 4 分');
    expect(formulaOf(ruleOf('W4'))).toContain('满意 1、基本满意 0.8、未评价 0.5、不满意 0');
  });

  it('hold by their newest version that has begun, and no longer than it says', () => {
    const versions = [
      { version: 1, from: '2026-01-01' },
      { version: 2, from: '2026-07-01', until: '2026-08-31' },
    ];
    const at = (day: string) => versionAt(versions, day)?.version;
    expect([at('2025-12-31'), at('2026-06-30'), at('2026-07-01'), at('2026-08-31'), at('2026-09-01')]).toEqual([
      undefined,
      1,
      2,
      2,
      undefined,
    ]);
  });
});

describe('away', () => {
  it('counts each day once, however spans lie', () => {
    expect(presentDays('2026-02', [{ from: '2026-02-20' }, { from: '2026-02-25', until: '2026-03-04' }])).toEqual({
      present: 19,
      days: 28,
    });
    expect(presentIn('2026-03', [{ from: '2025-01-01', until: '2026-06-30' }])).toEqual({ month: 0, year: 184 / 365 });
    expect(presentIn('2026-03', [])).toEqual({ month: 1, year: 1 });
  });
});

it('keys a deed by rule, thing and person, and its counter-entries behind it', () => {
  const deed = deedKey('W4', 'r1', { kind: 'wish', id: 'w1' });
  expect([entryKey(deed, 'paid', 0), entryKey(deed, 'paid', 1), entryKey(deed, 'reversal', 0)]).toEqual([
    'W4:wish:w1:r1',
    'W4:wish:w1:r1:paid:1',
    'W4:wish:w1:r1:reversal',
  ]);
});

it('adds to month, quarter, year, all time and campaign', () => {
  expect(periodsOf({ month: '2026-11', campaignId: 'c1' })).toEqual([
    '2026-11',
    '2026-Q4',
    '2026',
    'all',
    'campaign:c1',
  ]);
});
