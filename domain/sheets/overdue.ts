/** ⑦ 逾期与未认领清单: what is late, the latest first, and what nobody has claimed, the longest waiting first. */
import { categoryLabels, holderLabels, statusLabels } from '../labels';
import { DAY_MS } from '../time';
import { isOverdue, type Category, type Claimer, type Holder, type WishStatus } from '../wish';
import { publicContent } from './public-content';
import type { SheetColumn } from './sheet';

export interface OverdueRow {
  number: number;
  group: string;
  wisher: { name: string; phone: string };
  now: Date;
  wish: {
    code: string;
    village: string;
    category: Category;
    content: string;
    minor?: boolean;
    status: WishStatus;
    statusSince: Date;
    collectedAt: Date;
    dueAt?: Date;
    claimer?: Claimer;
    holder: Holder;
  };
}

const wholeDays = (from: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - from.getTime()) / DAY_MS));

/** Days past the promised one, the one that is running counted; null when it is not late. */
export const daysOverdue = (wish: { status: WishStatus; dueAt?: Date }, now: Date): number | null =>
  wish.dueAt && isOverdue(wish, now) ? wholeDays(wish.dueAt, now) + 1 : null;

export const overdueColumns: readonly SheetColumn<OverdueRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  {
    title: '类型',
    width: 10,
    shown: 'open',
    value: ({ wish, now }) => (isOverdue(wish, now) ? '逾期' : '未认领'),
  },
  { title: '心愿编号', width: 15, shown: 'open', value: ({ wish }) => wish.code },
  { title: '所属代表小组', width: 16, shown: 'open', value: ({ group }) => group },
  { title: '村(社区)', width: 12, shown: 'open', value: ({ wish }) => wish.village },
  { title: '心愿类别', width: 12, shown: 'open', value: ({ wish }) => categoryLabels[wish.category] },
  {
    title: '心愿内容',
    width: 36,
    wraps: true,
    shown: 'masked',
    value: ({ wish }) => wish.content,
    masked: ({ wish, wisher }) => publicContent(wish, wisher.name),
  },
  { title: '心愿人', width: 10, shown: 'internal', value: ({ wisher }) => wisher.name },
  { title: '联系电话', width: 14, shown: 'internal', value: ({ wisher }) => wisher.phone },
  { title: '收集日期', width: 12, isDate: true, shown: 'open', value: ({ wish }) => wish.collectedAt },
  { title: '办理情况', width: 10, shown: 'open', value: ({ wish }) => statusLabels[wish.status] },
  { title: '认领代表', width: 10, shown: 'open', value: ({ wish }) => wish.claimer?.name ?? null },
  { title: '办结时限', width: 12, isDate: true, shown: 'open', value: ({ wish }) => wish.dueAt ?? null },
  { title: '逾期天数', width: 10, shown: 'open', value: ({ wish, now }) => daysOverdue(wish, now) },
  {
    title: '待认领天数',
    width: 12,
    shown: 'open',
    value: ({ wish, now }) => (wish.status === 'open' ? wholeDays(wish.statusSince, now) : null),
  },
  {
    title: '最近进展',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: ({ wish }) => wish.claimer?.progressAt ?? null,
  },
  { title: '现在由谁处理', width: 14, shown: 'open', value: ({ wish }) => holderLabels[wish.holder.role] },
];
