/** Sheets that somebody brings to be imported and that cannot be: the public copy, and what the system itself computes. */
import { cellText, isBlank, plain, type Cell } from '../cell';
import type { SheetRow, TableRow } from '../cell-table';
import { PUBLIC_MARK, sheetLabels, type SheetKind } from './sheet';

/** Titles by which a sheet is known from every other. */
const signatures = {
  wishes: ['心愿内容', '收集方式'],
  orders: ['交办单号', '应答复日期'],
  points: ['规则代码', '分值'],
  pointsSummary: ['会议', '闭会', '附加'],
  posts: ['晒单内容', '晒单日期'],
  models: ['推荐理由', '组长签字'],
  overdue: ['类型', '待认领天数'],
  statistics: ['统计口径', '收集'],
} as const satisfies Record<SheetKind, readonly string[]>;

export type ImportedKind = 'wishes' | 'orders';

export const PUBLIC_COPY = '这是公开版台账，个人信息已隐去，不能导入；请导入内部版';

const isImported = (kind: SheetKind): kind is ImportedKind => kind === 'wishes' || kind === 'orders';

const elsewhere = (kind: SheetKind): string =>
  isImported(kind)
    ? `这是${sheetLabels[kind]}，请从${sheetLabels[kind]}的导入处导入`
    : `${sheetLabels[kind]}由系统计算，只能导出，不能导入`;

const WITHIN_ROWS = 30;

/** Why the sheet cannot be imported as `wanted`; null when nothing speaks against it. */
export function refusedSheet(sheet: readonly SheetRow[], wanted: ImportedKind): string | null {
  const above = sheet.filter(({ row }) => row <= WITHIN_ROWS);
  const titles = above.map(({ cells }) => new Set(cells.map((cell) => plain(cellText(cell)))));
  const has = (kind: SheetKind): boolean =>
    titles.some((row) => signatures[kind].every((title) => row.has(plain(title))));
  const kinds = Object.keys(signatures) as SheetKind[];
  const other = has(wanted) ? undefined : kinds.find((kind) => kind !== wanted && has(kind));
  if (other !== undefined) return elsewhere(other);
  const first = (cells: readonly Cell[]): string => cellText(cells.find((cell) => !isBlank(cell)) ?? null);
  return above.some(({ cells }) => first(cells).endsWith(PUBLIC_MARK)) ? PUBLIC_COPY : null;
}

/** 王**, and what stands for the name of a child or of nobody. */
const MASKED = /^(.\*\*|未成年人|某居民)$/u;

/** The public copy with its title taken off: every name there is masked, and there is no phone. */
export function isMaskedLedger(rows: readonly TableRow<'心愿人' | '联系电话'>[]): boolean {
  const names = rows.map(({ cell }) => plain(cellText(cell('心愿人')))).filter((name) => name !== '');
  const isMasked = names.length > 0 && names.every((name) => MASKED.test(name));
  return isMasked && rows.every(({ cell }) => isBlank(cell('联系电话')));
}
