/** ④ 积分汇总: what each representative has earned in the span, by the parts of the catalogue, with rank and grade. */
import { groupedHash } from '../points';
import type { RulePart } from '../points-rules';
import type { SheetColumn } from './sheet';

export interface PointsSum extends Record<RulePart, number> {
  /** How many wishes fulfilled, wishes collected and deeds shown stand behind it, corrections taken off. */
  fulfilled: number;
  collected: number;
  posted: number;
}

export const noPoints = (): PointsSum => ({
  meeting: 0,
  duty: 0,
  honour: 0,
  deduction: 0,
  fulfilled: 0,
  collected: 0,
  posted: 0,
});

const deeds = { W4: 'fulfilled', W2: 'collected', S1: 'posted' } as const;

/** Adds one entry, in tenths of a point. */
export function addPoints(
  sum: PointsSum,
  entry: { rule: string; part: RulePart; deltaTenths: number; isReversal: boolean },
): void {
  sum[entry.part] += entry.deltaTenths;
  const deed = Object.entries(deeds).find(([rule]) => rule === entry.rule)?.[1];
  if (deed) sum[deed] += entry.isReversal ? -1 : 1;
}

export const totalTenths = ({ meeting, duty, honour, deduction }: PointsSum): number =>
  meeting + duty + honour + deduction;

export interface PointsSummaryRow {
  number: number;
  representative: string;
  group: string;
  sum: PointsSum;
  /** Those who tie share a rank. */
  rank: number;
  /** Where the person’s chain ends: how many entries ever, and the hash over all of them. */
  end?: { seq: number; hash: string } | undefined;
}

/** Practice notes, of a year: 90 优秀, 80 良好(称职), 60 一般(基本称职). */
const grades = [
  { from: 900, grade: '优秀' },
  { from: 800, grade: '良好（称职）' },
  { from: 600, grade: '一般（基本称职）' },
] as const;

const gradeOf = (tenths: number): string => grades.find(({ from }) => tenths >= from)?.grade ?? '较差';

/** By points, the most first; those who tie in the order given. */
export function rankedBySum<Person extends { sum: PointsSum }>(
  people: readonly Person[],
): (Person & { rank: number })[] {
  const sorted = [...people].sort((a, b) => totalTenths(b.sum) - totalTenths(a.sum));
  let rank = 0;
  return sorted.map((person, index) => {
    const before = sorted[index - 1];
    if (!before || totalTenths(before.sum) !== totalTenths(person.sum)) rank = index + 1;
    return { ...person, rank };
  });
}

export const pointsSummaryColumns: readonly SheetColumn<PointsSummaryRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  { title: '代表', width: 10, shown: 'open', value: ({ representative }) => representative },
  { title: '小组', width: 16, shown: 'open', value: ({ group }) => group },
  { title: '会议', width: 8, shown: 'open', value: ({ sum }) => sum.meeting / 10 },
  { title: '闭会', width: 8, shown: 'open', value: ({ sum }) => sum.duty / 10 },
  { title: '附加', width: 8, shown: 'open', value: ({ sum }) => sum.honour / 10 },
  { title: '扣分', width: 8, shown: 'open', value: ({ sum }) => sum.deduction / 10 },
  { title: '合计', width: 8, shown: 'open', value: ({ sum }) => totalTenths(sum) / 10 },
  { title: '名次', width: 8, shown: 'open', value: ({ rank }) => rank },
  // A grade is said of a person: it stays inside until the presidium has decided.
  { title: '等次', width: 16, shown: 'internal', value: ({ sum }) => gradeOf(totalTenths(sum)) },
  { title: '明细条数', width: 10, shown: 'open', value: ({ end }) => end?.seq ?? 0 },
  {
    title: '链首校验码',
    width: 20,
    wraps: true,
    shown: 'open',
    value: ({ end }) => (end ? groupedHash(end.hash) : null),
  },
];
