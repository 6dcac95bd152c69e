import fc from 'fast-check';
import { catalogue, hundred } from '../../domain/points-catalogue';
import { nothingEarned } from '../../domain/points';
import { dueMonths, frozenWith, monthsOf, ranked, stateOf, streakOf } from '../../domain/points-period';
import { waysUp } from '../../domain/points-ways';

describe('closing', () => {
  it('opens for correction at 00:00 on the 1st in Shanghai and freezes at 00:00 on the 4th', () => {
    const at = (time: string) => stateOf('2026-11', false, new Date(time));
    expect([at('2026-11-30T15:59:59.999Z'), at('2026-11-30T16:00:00Z'), at('2026-12-31T00:00:00Z')]).toEqual([
      'open',
      'preview',
      'preview',
    ]);
    const due = (time: string, last?: string) => dueMonths(last, new Date(time));
    expect(due('2026-12-03T15:59:59.999Z', '2026-10')).toEqual([]);
    expect(due('2026-12-03T16:00:00Z', '2026-10')).toEqual(['2026-11']);
    expect(due('2027-02-10T00:00:00Z', '2026-10')).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(due('2027-02-02T00:00:00Z')).toEqual(['2026-12']);
    expect(due('2027-02-10T00:00:00Z')).toEqual(['2027-01']);
  });

  it('takes the quarter and the year along', () => {
    expect(frozenWith('2026-11')).toEqual(['2026-11']);
    expect(frozenWith('2026-09')).toEqual(['2026-09', '2026-Q3']);
    expect(frozenWith('2026-12')).toEqual(['2026-12', '2026-Q4', '2026']);
    expect(monthsOf('2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(stateOf('all', false, new Date('2030-01-01'))).toBe('open');
  });
});

it('gives a rank that counts all who have more, and one rank to all who have nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 60 })), (sums) => {
      for (const { tenths, rank } of ranked(sums.map((one) => ({ tenths: one })))) {
        const shown = Math.max(0, tenths);
        expect(rank).toBe(sums.filter((other) => Math.max(0, other) > shown).length + 1);
      }
    }),
  );
});

it('counts months in a row, and lets the present month wait', () => {
  const months = new Set(['2025-11', '2025-12', '2026-01', '2026-02', '2026-09', '2026-10']);
  expect(streakOf(months, '2026-11')).toEqual({ current: 2, longest: 4 });
  expect(streakOf(months, '2026-10')).toEqual({ current: 2, longest: 4 });
  expect(streakOf(months, '2026-12')).toEqual({ current: 0, longest: 4 });
});

it('says which deeds still bring something, and how much is left', () => {
  const book = { rules: new Map(catalogue.map((rule) => [rule.code, rule])), scheme: hundred };
  const full = waysUp(book, () => nothingEarned, { month: 1, year: 1 });
  expect(full[0]).toMatchObject({ rule: { code: 'G3' }, least: 30, most: 120, room: { tenths: 150, span: 'year' } });
  expect(full.find(({ rule }) => rule.code === 'W4')).toMatchObject({ least: 20, most: 60 });
  expect(full.some(({ rule }) => rule.part === 'deduction')).toBe(false);
  const late = waysUp(
    book,
    ({ code }) => ({ ...nothingEarned, year: code === 'W2' ? 150 : 0, part: code.startsWith('W') ? 590 : 0 }),
    { month: 1, year: 1 },
  );
  expect(late.some(({ rule }) => rule.code === 'W2')).toBe(false);
  expect(late.find(({ rule }) => rule.code === 'W6')).toMatchObject({ least: 10, room: { tenths: 10, span: 'part' } });
});
