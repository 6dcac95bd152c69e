/**
 * The sheets that a town keeps, as tables of data: each column with its title, its width, what stands in it, and how
 * much of that the public copy shows (★ as it is, ◆ masked, the rest not at all).
 */
import { DomainError } from '../errors';

export const sheetKinds = [
  'wishes',
  'orders',
  'points',
  'pointsSummary',
  'posts',
  'models',
  'overdue',
  'statistics',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

export const sheetLabels = {
  wishes: '心愿台账',
  orders: '交办督办台账',
  points: '代表积分台账',
  pointsSummary: '积分汇总',
  posts: '晒单台账',
  models: '月度典型推荐表',
  overdue: '逾期与未认领清单',
  statistics: '统计表',
} as const satisfies Record<SheetKind, string>;

/** `public`: what anybody may have; `full`: for those who keep the ledger, with a reason. */
export const sheetCopies = ['public', 'full'] as const;
export type SheetCopy = (typeof sheetCopies)[number];

/** A Date is a day to be shown as such; null is a blank cell. */
export type SheetValue = string | number | Date | null;

export interface SheetColumn<Row> {
  title: string;
  /** In characters. */
  width: number;
  isDate?: boolean;
  wraps?: boolean;
  /** open ★, masked ◆ (by `masked`), internal: in the full copy only. */
  shown: 'open' | 'masked' | 'internal';
  value: (row: Row) => SheetValue;
  masked?: (row: Row) => SheetValue;
}

const refuse = (reason: string): DomainError => new DomainError('INVALID_INPUT', { details: { columns: reason } });

/** The columns of a copy, all of them or those chosen, in the order chosen; throws INVALID_INPUT for any other. */
export function chooseColumns<Row>(
  all: readonly SheetColumn<Row>[],
  copy: SheetCopy,
  chosen: readonly string[] | undefined,
): readonly SheetColumn<Row>[] {
  const open = copy === 'full' ? all : all.filter(({ shown }) => shown !== 'internal');
  if (chosen === undefined) return open;
  return chosen.map((title, index) => {
    const column = open.find((one) => one.title === title);
    if (chosen.indexOf(title) < index) throw refuse(`“${title}”选了两次`);
    if (column) return column;
    throw refuse(all.some((one) => one.title === title) ? `公开版没有“${title}”这一列` : `没有“${title}”这一列`);
  });
}

/** What stands in a row of the copy; in the public one nothing of a masked column but what its mask makes. */
export const cellsOf = <Row>(columns: readonly SheetColumn<Row>[], copy: SheetCopy, row: Row): SheetValue[] =>
  columns.map(({ shown, value, masked }) => {
    if (copy === 'full' || shown === 'open') return value(row);
    return masked?.(row) ?? null;
  });

/** 长江镇心愿台账（公开版）: what stands above the header. An import knows the public copy by it. */
export const sheetTitle = (town: string, kind: SheetKind, copy: SheetCopy): string =>
  `${town}${sheetLabels[kind]}${copy === 'public' ? PUBLIC_MARK : ''}`;

export const PUBLIC_MARK = '（公开版）';
