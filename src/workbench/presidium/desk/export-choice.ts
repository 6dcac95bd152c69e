/** What is to be exported, as it is chosen on the desk, and the call that it makes. */
import type { Input } from '../../../../contract/contract';
import { sheetLabels, type SheetCopy, type SheetKind } from '../../../../domain/sheets/sheet';
import { wishColumns } from '../../../../domain/sheets/wishes';
import { shanghaiDay } from '../../../../domain/time';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { everything, toSpan, type SpanChoice } from '../../../features/report/span';
import type { ColumnTitle } from './ledger-columns';
import { toFilter, type LedgerFilters } from './ledger-filters';

type SheetInput = Input<'report.sheet'>;

export interface ExportChoice {
  kind: SheetKind;
  copy: SheetCopy;
  format: SheetInput['format'];
  span: SpanChoice;
  /** Only the columns that the desk shows. */
  shownOnly: boolean;
}

export const firstChoice: ExportChoice = {
  kind: 'wishes',
  copy: 'public',
  format: 'xlsx',
  span: everything,
  shownOnly: false,
};

/** Sheets made from wishes are narrowed as the desk is; the others by the group alone. */
const narrowedKinds: readonly SheetKind[] = ['wishes', 'orders', 'overdue', 'statistics'];
export const isNarrowedKind = (kind: SheetKind): boolean => narrowedKinds.includes(kind);

/** Of the columns shown on the desk those that the copy has, in the sheet's own order. */
function sheetColumns(shown: readonly ColumnTitle[], copy: SheetCopy): string[] {
  const wanted: readonly string[] = ['序号', ...shown];
  return wishColumns
    .filter((column) => wanted.includes(column.title) && (copy === 'full' || column.shown !== 'internal'))
    .map(({ title }) => title);
}

interface Desk {
  filters: LedgerFilters;
  columns: readonly ColumnTitle[];
  scope: LedgerScope;
}

export function toSheetInput(choice: ExportChoice, reason: string, { filters, columns, scope }: Desk): SheetInput {
  const { kind, copy, format, span, shownOnly } = choice;
  const { groupId } = filters;
  return {
    ...(isNarrowedKind(kind) ? toFilter(filters) : groupId === null ? {} : { groupId }),
    ...toSpan(span),
    kind,
    copy,
    format,
    scope,
    ...(copy === 'full' ? { reason } : {}),
    ...(kind === 'wishes' && shownOnly ? { columns: sheetColumns(columns, copy) } : {}),
  };
}

export const fileName = ({ kind, copy, format }: ExportChoice, whose: string): string =>
  `${whose}${sheetLabels[kind]}${copy === 'public' ? '（公开版）' : ''}-${shanghaiDay(new Date())}.${format}`;
