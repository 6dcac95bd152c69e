/**
 * ⑥ 月度典型推荐表: the form on which each group recommends one. Where the group has named somebody, what it says is filled
 * in; elsewhere the month's best by points stands as candidate, and the rest is written by hand.
 */
import { modelStatusLabels } from '../labels';
import type { ModelStatus } from '../model';
import { shanghaiDay } from '../time';
import { totalTenths, type PointsSum } from './points-summary';
import type { SheetColumn } from './sheet';

export interface NamedModel {
  status: ModelStatus;
  /** The article's, or why nobody is named. */
  reason: string;
  signed?: { who: string; at: Date };
  publishedAt?: Date;
}

export interface ModelRow {
  number: number;
  /** 'YYYY-MM' */
  month: string;
  group: string;
  /** Who is named; else who earned most in the month, those who tie together, nobody where nobody earned anything. */
  candidates: readonly { name: string; sum: PointsSum }[];
  named?: NamedModel;
}

const points = ({ candidates }: ModelRow): number | null => {
  const [first] = candidates;
  return first ? totalTenths(first.sum) / 10 : null;
};

const deedsOf = ({ fulfilled, collected, posted }: PointsSum): string =>
  [
    ...(fulfilled > 0 ? [`办结心愿 ${fulfilled} 件`] : []),
    ...(collected > 0 ? [`收集心愿 ${collected} 条`] : []),
    ...(posted > 0 ? [`晒单 ${posted} 条`] : []),
  ].join('、');

const deeds = ({ candidates }: ModelRow): string =>
  candidates.map(({ name, sum }) => (candidates.length > 1 ? `${name}：${deedsOf(sum)}` : deedsOf(sum))).join('；');

const reason = ({ named }: ModelRow): string | null => {
  if (!named) return null;
  return named.status === 'none' ? `${modelStatusLabels.none}：${named.reason}` : named.reason;
};

const signed = ({ named }: ModelRow): string | null =>
  named?.signed ? `${named.signed.who} ${shanghaiDay(named.signed.at)}` : null;

const opinion = ({ named }: ModelRow): string | null =>
  named?.publishedAt ? `同意，${shanghaiDay(named.publishedAt)}发布` : null;

export const modelColumns: readonly SheetColumn<ModelRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  { title: '月份', width: 10, shown: 'open', value: ({ month }) => month },
  { title: '代表小组', width: 16, shown: 'open', value: ({ group }) => group },
  {
    title: '候选代表',
    width: 16,
    wraps: true,
    shown: 'open',
    value: ({ candidates }) => candidates.map(({ name }) => name).join('、'),
  },
  { title: '本月积分', width: 10, shown: 'open', value: points },
  { title: '本月事迹', width: 30, wraps: true, shown: 'open', value: deeds },
  { title: '推荐理由', width: 40, wraps: true, shown: 'open', value: reason },
  { title: '组长签字', width: 14, wraps: true, shown: 'open', value: signed },
  { title: '主席团意见', width: 20, wraps: true, shown: 'open', value: opinion },
];
