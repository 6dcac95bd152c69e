import fc from 'fast-check';
import { shareText, termSpan, yearsOf, yearSpan, type Dossier } from '../../domain/dossier';
import { dossierPartsOf } from '../../domain/dossier-parts';
import type { DossierRecord, RecordedEntry } from '../../domain/dossier-record';
import { addDays, shanghaiDay } from '../../domain/time';

const nothing: DossierRecord = {
  ...{
    duties: [],
    entries: [],
    wishes: [],
    posts: [],
    models: [],
    awards: [],
    deductions: [],
    appeals: [],
    absences: [],
  },
};
const span = yearSpan('2026');

const partOf = (record: Partial<DossierRecord>, key: string, most = 200): Dossier['parts'][number] | undefined =>
  dossierPartsOf({ ...nothing, ...record }, span, most).find((part) => part.key === key);

const anEntry = (set: Partial<RecordedEntry>): RecordedEntry => ({
  ...{ kind: 'paid', deed: 'd1', rule: 'M5', ruleName: '提出建议', part: 'meeting', month: '2026-03', deltaTenths: 30 },
  ...{
    at: new Date('2026-03-01T02:00:00Z'),
    how: '1 件 × 3 分',
    reason: '',
    ref: { kind: 'proposal', id: 'p1', label: '建议' },
  },
  ...set,
});

describe('the span', () => {
  it('of a year is half-open in Shanghai and has twelve months', () => {
    expect(span).toMatchObject({ from: new Date('2025-12-31T16:00:00Z'), until: new Date('2026-12-31T16:00:00Z') });
    expect([span.months.length, span.months[0], span.months.at(-1)]).toEqual([12, '2026-01', '2026-12']);
  });

  it('of one term after another never has a month twice, and misses none', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => shanghaiDay(addDays(new Date('2019-01-01T04:00:00Z'), days)));
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [first = '', middle = '', last = ''] = [...days].sort();
        const before = termSpan({ name: '上届', from: first, until: middle });
        const next = shanghaiDay(addDays(new Date(`${middle}T04:00:00Z`), 1));
        fc.pre(next <= last);
        const after = termSpan({ name: '本届', from: next, until: last });
        const whole = termSpan({ name: '两届', from: first, until: last });
        expect([...before.months, ...after.months]).toEqual(whole.months);
        expect(before.until).toEqual(after.from);
        expect(yearsOf(whole).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

it('says 无记录 of every part of an empty record, and divides by nothing', () => {
  const parts = dossierPartsOf(nothing, span, 200);
  expect(parts.every(({ rows, sums, count }) => rows.length + sums.length + count === 0)).toBe(true);
  expect(shareText(0, 0)).toBe('—');
});

it('counts a deed by what is left of it after its counter-entries', () => {
  const entries = [
    anEntry({}),
    anEntry({ deed: 'd2', ref: { kind: 'proposal', id: 'p2', label: '重复的建议' } }),
    anEntry({ deed: 'd2', kind: 'reversal', deltaTenths: -30 }),
    anEntry({ deed: 'd3', kind: 'paid' }),
    anEntry({ deed: 'd3', kind: 'reversal', deltaTenths: -30 }),
    anEntry({ deed: 'd3', kind: 'restored', deltaTenths: 30 }),
  ];
  const proposals = partOf({ entries }, 'proposals');
  expect(proposals?.rows.map((row) => row.at(-1))).toEqual(['+3', '0（已冲正）', '+3']);
  expect(proposals?.sums).toContainEqual({ label: '提出建议', value: '2 件' });
});

it('sums by month to what the entries sum to, and shows no total below 0', () => {
  const months = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`);
  const part = fc.constantFrom('meeting' as const, 'duty' as const, 'honour' as const, 'deduction' as const);
  const entry = fc.record({ month: months, part, deltaTenths: fc.integer({ min: -50, max: 80 }) }).map(anEntry);
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
      const standing = partOf({ entries }, 'standing');
      const total = Math.round((standing?.rows ?? []).reduce((sum, row) => sum + Number(row.at(-1)) * 10, 0));
      expect(total).toBe(entries.reduce((sum, { deltaTenths }) => sum + deltaTenths, 0));
      expect(standing?.sums[0]).toEqual({ label: '合计', value: `${Math.max(0, total) / 10} 分` });
    }),
    { numRuns: 50 },
  );
});

it('counts 列席 as attended, not as expected', () => {
  const duty = { kind: 'meeting' as const, at: new Date('2026-03-01T02:00:00Z'), title: '会议', halfDays: 1 };
  const duties = [
    { ...duty, status: 'present' as const, isExtra: true },
    { ...duty, status: 'leave' as const, isExtra: false, reason: '出差' },
  ];
  const meetings = partOf({ duties }, 'meetings');
  expect(meetings?.rows.map((row) => row.at(-1))).toEqual(['列席', '请假（出差）']);
  expect(meetings?.sums).toEqual(
    expect.arrayContaining([
      { label: '应到', value: '1 次' },
      { label: '出席', value: '1 次（1 个半天）' },
      { label: '出席率', value: '0.0%' },
    ]),
  );
});

it('leaves out no row silently: the count stays whole', () => {
  const posts = Array.from({ length: 5 }, () => ({
    at: new Date('2026-03-01T02:00:00Z'),
    text: '换了灯',
    outcomes: [],
  }));
  expect(partOf({ posts }, 'posts', 2)).toMatchObject({ rows: { length: 2 }, count: 5 });
});
