import fc from 'fast-check';
import type { Cell } from '../../domain/cell';
import { readOutcomes, writeOutcomes, type OutcomeTitle } from '../../domain/ledger-outcome';
import { outcomeKinds, type Outcome } from '../../domain/outcome';

const outcome: fc.Arbitrary<Outcome> = fc.record(
  {
    kind: fc.constantFrom(...outcomeKinds),
    amountFen: fc.integer({ min: 0, max: 1_000_000_000 }),
    sessions: fc.integer({ min: 0, max: 10_000 }),
    people: fc.integer({ min: 0, max: 1_000_000 }),
    items: fc.integer({ min: 0, max: 1_000_000 }),
  },
  { requiredKeys: ['kind'] },
);

function read(cells: Partial<Record<OutcomeTitle, Cell>>, items: readonly (number | undefined)[] = []) {
  const issues: string[] = [];
  const outcomes = readOutcomes(
    (title) => cells[title] ?? null,
    items,
    (column, reason) => issues.push(`${column}：${reason}`),
  );
  return { outcomes, issues };
}

describe('the outcomes of a ledger row', () => {
  it('are read back as they were written, however many there are', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 12 }), (outcomes) => {
        const items = outcomes.map((one) => one.items);
        expect(read(writeOutcomes(outcomes), items)).toEqual({ outcomes, issues: [] });
      }),
    );
  });

  it('take a lone number where only one of several kinds can mean it', () => {
    expect(read({ 成效类型: '慰问金、宣讲', '金额(元)': 500, 场次: 2 })).toEqual({
      outcomes: [
        { kind: 'gift', amountFen: 50_000 },
        { kind: 'lecture', sessions: 2 },
      ],
      issues: [],
    });
    expect(read({ 成效类型: '慰问金、宣讲', 受益人数: 20 }).issues).toEqual([
      '受益人数：成效类型有 2 种，请按同样的顺序用分号逐项填写',
    ]);
  });

  it('tell of each bad cell once, and of numbers beside no kind', () => {
    expect(read({ 成效类型: '好事', '金额(元)': '若干', 场次: 2 }).issues).toEqual([
      expect.stringMatching(/^成效类型：没有“好事”/),
      expect.stringMatching(/^金额\(元\)：“若干”不是金额/),
    ]);
    expect(read({ '金额(元)': 5 }).issues).toEqual(['成效类型：填了金额(元)，请填写成效类型']);
    expect(read({})).toEqual({ outcomes: [], issues: [] });
  });
});
