/**
 * A table in a sheet as towns keep them: a title or two above, the header row somewhere below, columns in any order,
 * the header repeated on each printed page, a 合计 row and a signature at the end.
 */
import { cellText, isBlank, isFault, plain, type Cell } from './cell';

/** A row of a sheet; `row` is the number that the spreadsheet program shows. */
export interface SheetRow {
  row: number;
  cells: readonly Cell[];
  /** Column index → value of the cell above that this one is merged with. */
  mergedDown?: ReadonlyMap<number, Cell>;
}

/** A row of the table by the titles of its columns; a title without a column reads as blank. */
export interface TableRow<Title extends string> {
  row: number;
  cell: (title: Title) => Cell;
}

export interface TableShape<Title extends string> {
  titles: readonly Title[];
  required: readonly Title[];
  /** The running number: a row in which nothing else is filled is a blank row. */
  counter: Title;
  /** Columns in which a cell merged down over several rows speaks for each of them; never one that is summed. */
  fillDown: readonly Title[];
}

export type Table<Title extends string> = { rows: TableRow<Title>[] } | { missing: Title[] };

const HEADER_WITHIN_ROWS = 30;
/** 合计, 本页小计, 第一代表小组小计, 合计(76件), 总计：31,260元 */
const TOTAL = /^.{0,12}(合计|总计|小计|累计|共计)([:：(\d].*)?$/;
const SIGNATURE = /^(制表|填表|填报|审核|导出|说明|备注|注)(人|单位|日期|时间)?[:：]/;

const textOf = (cell: Cell | undefined): string => plain(cellText(cell ?? null));

/** Title → index of its column; of two columns with one title the first stands. */
function columnsOf<Title extends string>(row: SheetRow, titles: readonly Title[]): Map<Title, number> {
  const columns = new Map<Title, number>();
  for (const [index, cell] of row.cells.entries()) {
    const title = titles.find((known) => plain(known) === textOf(cell));
    if (title !== undefined && !columns.has(title)) columns.set(title, index);
  }
  return columns;
}

/** Nothing for a person to read: blank, a total, a signature, or the header once more. */
function isDataRow<Title extends string>(
  row: SheetRow,
  columns: Map<Title, number>,
  { counter, required }: TableShape<Title>,
): boolean {
  const own = [...columns].map(([title, index]) => ({ title, cell: row.cells[index] ?? null }));
  const filled = own.filter(({ title, cell }) => title !== counter && !(isBlank(cell) && !isFault(cell)));
  if (filled.length === 0) return false;
  // Whatever a full row begins with, it is somebody's: no row may get lost without a word.
  const isFull = required.every((title) => filled.some((cell) => cell.title === title));
  const first = textOf(row.cells.find((cell) => !isBlank(cell)));
  if (!isFull && (TOTAL.test(first) || SIGNATURE.test(first))) return false;
  return !filled.every(({ title, cell }) => textOf(cell) === plain(title));
}

function tableRow<Title extends string>(
  { row, cells, mergedDown }: SheetRow,
  columns: Map<Title, number>,
  fillDown: readonly Title[],
): TableRow<Title> {
  return {
    row,
    cell: (title) => {
      const column = columns.get(title) ?? -1;
      return cells[column] ?? (fillDown.includes(title) ? (mergedDown?.get(column) ?? null) : null);
    },
  };
}

/** Finds the header by its titles and answers the rows below, or the required titles that no row has together. */
export function readTable<Title extends string>(sheet: readonly SheetRow[], shape: TableShape<Title>): Table<Title> {
  const missingIn = (columns: Map<Title, number>): Title[] => shape.required.filter((title) => !columns.has(title));
  const candidates = sheet
    .filter(({ row }) => row <= HEADER_WITHIN_ROWS)
    .map((row) => ({ row, columns: columnsOf(row, shape.titles) }));
  const header = candidates.reduce<(typeof candidates)[number] | null>(
    (best, next) => (best && best.columns.size >= next.columns.size ? best : next),
    null,
  );
  const missing = header ? missingIn(header.columns) : [...shape.required];
  if (!header || missing.length > 0) return { missing };
  const rows = sheet.filter((row) => row.row > header.row.row && isDataRow(row, header.columns, shape));
  return { rows: rows.map((row) => tableRow(row, header.columns, shape.fillDown)) };
}

/** One bad cell, in the shape that an import answers. */
export interface CellIssue<Title extends string> {
  row: number;
  column: Title;
  reason: string;
}

/** In the order of the sheet, one for each bad cell: what is wrong with a cell in several ways is told in one reason. */
export function onePerCell<Title extends string>(
  issues: readonly CellIssue<Title>[],
  titles: readonly Title[],
): CellIssue<Title>[] {
  const cells = new Map<string, CellIssue<Title>>();
  for (const { row, column, reason } of issues) {
    const told = cells.get(`${row} ${column}`)?.reason.split('；') ?? [];
    const reasons = told.includes(reason) ? told : [...told, reason];
    cells.set(`${row} ${column}`, { row, column, reason: reasons.join('；') });
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || titles.indexOf(a.column) - titles.indexOf(b.column));
}
