/** The columns of 心愿台账 as the desk shows them: the town's own, in its words and order, and those beyond. */
import { useState } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import {
  categoryLabels,
  channelLabels,
  closeClassLabels,
  difficultyLabels,
  holderLabels,
  outcomeLabels,
  ratingLabels,
  resolutionLabels,
  statusLabels,
} from '../../../../domain/labels';
import { shanghaiDay } from '../../../../domain/time';
import { daysUntil } from '../../../features/desk/late-text';
import { sinceText } from '../../../platform/dates';
import { read, write } from '../../../platform/storage';

/** What the ids on a card are called. */
export interface Names {
  group: (id: string) => string;
  department: (id: string) => string;
}

type Cell = (wish: WishCard, names: Names) => string | undefined;
type Outcomes = NonNullable<WishCard['ledger']>['outcomes'];

const day = (iso: string | undefined): string | undefined =>
  iso === undefined ? undefined : shanghaiDay(new Date(iso));
const counted = (count: number, unit: string): string | undefined => (count === 0 ? undefined : `${count} ${unit}`);

/** One figure of each deed, in the order of the kinds, as the town's spreadsheet has it. */
const figures =
  (figure: 'amountYuan' | 'sessions' | 'people'): Cell =>
  ({ ledger }) => {
    const values = (ledger?.outcomes ?? ([] as Outcomes)).map((outcome) => outcome[figure]);
    return values.every((value) => value === undefined) ? undefined : values.map((value) => value ?? '').join(';');
  };

/** Without 序号, which is the row's place, and 联系电话, which is shown one by one and on record. */
export const townColumns = {
  心愿编号: ({ code }) => code,
  心愿人: ({ wisher }) => wisher,
  '村(社区)': ({ village }) => village,
  组别: ({ ledger }) => ledger?.team,
  类别: ({ category }) => categoryLabels[category],
  心愿内容: ({ content }) => content,
  收集方式: ({ ledger }) => ledger && channelLabels[ledger.channel],
  收集代表: ({ ledger }) => ledger?.collectedBy,
  收集日期: ({ collectedAt }) => day(collectedAt),
  认领代表: ({ claimer }) => claimer?.name,
  认领日期: ({ claimer }) => day(claimer?.at),
  办结时限: ({ dueAt }) => day(dueAt),
  办理情况: ({ status }) => statusLabels[status],
  办结日期: ({ ledger }) => day(ledger?.doneAt),
  成效类型: ({ ledger }) => ledger?.outcomes.map(({ kind }) => outcomeLabels[kind]).join(';') || undefined,
  '金额(元)': figures('amountYuan'),
  场次: figures('sessions'),
  受益人数: figures('people'),
  满意度: ({ rating }) => rating && ratingLabels[rating],
  备注: ({ ledger }) => ledger?.remark,
} as const satisfies Record<string, Cell>;

export const furtherColumns = {
  所属代表小组: ({ ledger }, names) => ledger && names.group(ledger.groupId),
  难度: ({ ledger }) => ledger && difficultyLabels[ledger.difficulty],
  认领方式: ({ claimer }) => claimer && (claimer.assigned ? '指派' : '自领'),
  共同认领: ({ ledger }) => ledger?.helpers.join('、') || undefined,
  首次联系时间: ({ claimer }) => day(claimer?.contactedAt),
  现由谁办: ({ holder }) =>
    holder.role === 'none' ? undefined : `${holderLabels[holder.role]}，${sinceText(holder.since)}`,
  逾期天数: ({ overdue, dueAt }) => (overdue && dueAt ? lateDays(dueAt) : undefined),
  暂缓至: ({ resumeOn }) => day(resumeOn),
  承办部门: ({ ledger }, names) => ledger?.departmentIds.map(names.department).join('、') || undefined,
  办结类别: ({ closeClass }) => closeClass && `${closeClass} ${closeClassLabels[closeClass]}`,
  是否解决: ({ resolved }) => resolved && resolutionLabels[resolved],
  重办次数: ({ reopenCount }) => counted(reopenCount, '次'),
  并案: ({ mergedCount }) => counted(mergedCount, '件'),
} as const satisfies Record<string, Cell>;

/** A wish that fell due earlier today is late by no whole day yet. */
const lateDays = (dueAt: string): string => {
  const days = -daysUntil(dueAt);
  return days === 0 ? '不到 1 天' : `${days} 天`;
};

const cells: Record<string, Cell> = { ...townColumns, ...furtherColumns };

export type ColumnTitle = keyof typeof townColumns | keyof typeof furtherColumns;
export const columnTitles = Object.keys(cells) as ColumnTitle[];

export const cellText = (title: ColumnTitle, wish: WishCard, names: Names): string | undefined =>
  cells[title]?.(wish, names);

/** Stand first, whatever is chosen, and stay while one scrolls sideways. */
export const frozenColumns: readonly ColumnTitle[] = ['心愿编号', '心愿人'];

export const defaultColumns: readonly ColumnTitle[] = [
  ...frozenColumns,
  '村(社区)',
  '类别',
  '心愿内容',
  '收集日期',
  '认领代表',
  '办结时限',
  '办理情况',
  '是否解决',
  '满意度',
];

export const overdueColumns: readonly ColumnTitle[] = [
  ...frozenColumns,
  '逾期天数',
  '办结时限',
  '村(社区)',
  '类别',
  '心愿内容',
  '现由谁办',
  '认领代表',
  '承办部门',
];

const KEY = 'ledger-columns';

function kept(): readonly ColumnTitle[] {
  const titles = read(KEY);
  if (!Array.isArray(titles)) return defaultColumns;
  const chosen = columnTitles.filter((title) => titles.includes(title) || frozenColumns.includes(title));
  return chosen.length > frozenColumns.length ? chosen : defaultColumns;
}

/** Which columns this device shows; always in the town's order. */
export function useColumns(): [readonly ColumnTitle[], (titles: readonly string[]) => void] {
  const [columns, setColumns] = useState(kept);
  const choose = (titles: readonly string[]) => {
    const next = columnTitles.filter((title) => titles.includes(title) || frozenColumns.includes(title));
    setColumns(next);
    write(KEY, next);
  };
  return [columns, choose];
}
