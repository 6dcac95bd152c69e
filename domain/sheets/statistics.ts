/** ⑧ 统计表: counts by group, village and category, each part adding up to the whole, with 办结率 beside 实际解决率. */
import { categoryLabels } from '../labels';
import { countedOutcomes, noOutcomes, totalOutcomes, type Outcome, type OutcomeTotals } from '../outcome';
import { categories, isOverdue, type Category, type Rating, type Resolution, type WishStatus } from '../wish';
import type { SheetColumn } from './sheet';

export interface Tally extends OutcomeTotals {
  collected: number;
  claimed: number;
  fulfilled: number;
  answered: number;
  resolved: number;
  partly: number;
  satisfied: number;
  fair: number;
  unsatisfied: number;
  overdue: number;
}

export const noTally = (): Tally => ({
  ...noOutcomes,
  collected: 0,
  claimed: 0,
  fulfilled: 0,
  answered: 0,
  resolved: 0,
  partly: 0,
  satisfied: 0,
  fair: 0,
  unsatisfied: 0,
  overdue: 0,
});

export interface CountedRow {
  status: WishStatus;
  groupId: string;
  village: string;
  category: Category;
  claimer?: { representativeId: string };
  dueAt?: Date;
  rating?: Rating;
  resolved?: Resolution;
  outcomes: readonly Outcome[];
  postOutcomes: readonly { outcomes: readonly Outcome[] }[];
}

function addOutcomes(tally: Tally, outcomes: readonly Outcome[]): void {
  const totals = totalOutcomes(outcomes);
  for (const key of Object.keys(noOutcomes) as (keyof OutcomeTotals)[]) tally[key] += totals[key];
}

/** The same counting as the overview's (domain/rollup): a deed and an answer count once the wish is called done. */
export function addWish(tally: Tally, wish: CountedRow, now: Date): void {
  const { status, claimer, rating, resolved } = wish;
  tally.collected += 1;
  if (claimer) tally.claimed += 1;
  if (status === 'answered') tally.answered += 1;
  if (isOverdue(wish, now)) tally.overdue += 1;
  if (status !== 'fulfilled' && status !== 'closed') return;
  tally.fulfilled += 1;
  if (rating) tally[rating] += 1;
  if (resolved === 'yes') tally.resolved += 1;
  if (resolved === 'partly') tally.partly += 1;
  addOutcomes(tally, countedOutcomes(wish));
}

export const dimensions = ['全部', '按小组', '按村(社区)', '按类别'] as const;
export type Dimension = (typeof dimensions)[number];

/** Deeds shown without a wish belong to a group, but to no village and no category. */
export const ALONE = '独立晒单';

/** Tallies by dimension and name; what is known beforehand is there with zeros. */
export class Statistics {
  private readonly tallies = new Map<string, { dimension: Dimension; name: string; tally: Tally }>();

  constructor(
    private readonly groupNames: ReadonlyMap<string, string>,
    villages: readonly string[],
  ) {
    this.of('全部', '合计');
    for (const name of groupNames.values()) this.of('按小组', name);
    for (const village of villages) this.of('按村(社区)', village);
    for (const category of categories) this.of('按类别', categoryLabels[category]);
  }

  private of(dimension: Dimension, name: string): Tally {
    const key = `${dimension} ${name}`;
    const found = this.tallies.get(key) ?? { dimension, name, tally: noTally() };
    this.tallies.set(key, found);
    return found.tally;
  }

  addWish(wish: CountedRow, now: Date): void {
    const places = [
      this.of('全部', '合计'),
      this.of('按小组', this.groupNames.get(wish.groupId) ?? wish.groupId),
      this.of('按村(社区)', wish.village),
      this.of('按类别', categoryLabels[wish.category]),
    ];
    for (const tally of places) addWish(tally, wish, now);
  }

  addPost({ groupId, outcomes }: { groupId: string; outcomes: readonly Outcome[] }): void {
    const places = [
      this.of('全部', '合计'),
      this.of('按小组', this.groupNames.get(groupId) ?? groupId),
      this.of('按村(社区)', ALONE),
      this.of('按类别', ALONE),
    ];
    for (const tally of places) addOutcomes(tally, outcomes);
  }

  rows(): StatisticsRow[] {
    const all = [...this.tallies.values()];
    return dimensions.flatMap((dimension) => all.filter((row) => row.dimension === dimension));
  }
}

export interface StatisticsRow {
  dimension: Dimension;
  name: string;
  tally: Tally;
}

/** Over all wishes registered, as every screen that shows a rate; blank where there is none. */
const rate =
  (field: 'fulfilled' | 'resolved' | 'answered') =>
  ({ tally }: StatisticsRow): string | null =>
    tally.collected === 0 ? null : `${((tally[field] / tally.collected) * 100).toFixed(1)}%`;

const count =
  (field: keyof Tally) =>
  ({ tally }: StatisticsRow): number =>
    tally[field];

export const statisticsColumns: readonly SheetColumn<StatisticsRow>[] = [
  { title: '统计口径', width: 12, shown: 'open', value: ({ dimension }) => dimension },
  { title: '名称', width: 18, shown: 'open', value: ({ name }) => name },
  { title: '收集', width: 8, shown: 'open', value: count('collected') },
  { title: '认领', width: 8, shown: 'open', value: count('claimed') },
  { title: '办结', width: 8, shown: 'open', value: count('fulfilled') },
  { title: '办结率', width: 8, shown: 'open', value: rate('fulfilled') },
  { title: '已解决', width: 8, shown: 'open', value: count('resolved') },
  { title: '部分解决', width: 8, shown: 'open', value: count('partly') },
  { title: '实际解决率', width: 10, shown: 'open', value: rate('resolved') },
  { title: '暂难解决', width: 8, shown: 'open', value: count('answered') },
  { title: '满意', width: 8, shown: 'open', value: count('satisfied') },
  { title: '基本满意', width: 8, shown: 'open', value: count('fair') },
  { title: '不满意', width: 8, shown: 'open', value: count('unsatisfied') },
  { title: '逾期', width: 8, shown: 'open', value: count('overdue') },
  { title: '慰问物资金额(元)', width: 14, shown: 'open', value: ({ tally }) => tally.amountFen / 100 },
  { title: '宣讲场次', width: 8, shown: 'open', value: count('lectureSessions') },
  { title: '宣讲人次', width: 8, shown: 'open', value: count('lecturePeople') },
  { title: '义诊场次', width: 8, shown: 'open', value: count('clinicSessions') },
  { title: '义诊人次', width: 8, shown: 'open', value: count('clinicPeople') },
  { title: '帮助就业人数', width: 10, shown: 'open', value: count('employed') },
];
