/** Writes a table as .xlsx, row by row, ready for the printer: header frozen and repeated, A4 across, filters on. */
import { PassThrough, type Readable } from 'node:stream';
import { stream, type Cell, type Worksheet } from 'exceljs';
import { readableText } from '../../domain/readable-text';
import { shanghaiDay } from '../../domain/time';

export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetColumn<Title extends string> {
  title: Title;
  /** In characters. */
  width: number;
  isDate: boolean;
  wraps: boolean;
}

type Value = string | number | Date | null;

export interface SheetTable<Title extends string> {
  name: string;
  columns: readonly SheetColumn<Title>[];
  rows: AsyncIterable<Record<Title, Value>>;
}

const A4 = 9;

/**
 * Text is a text cell whatever it begins with: =1+1 is never a formula, and the text format keeps it so when somebody
 * edits the cell. What looks like the file format's own escape (_x0041_) is escaped, or it would be read as a letter.
 */
const asText = (text: string): string => readableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

function fill(cell: Cell, value: Value, column: SheetColumn<string>): void {
  if (value instanceof Date) {
    // The library writes a cell's calendar day from UTC.
    cell.value = new Date(`${shanghaiDay(value)}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else if (typeof value === 'string' && value !== '') {
    cell.value = asText(value);
    cell.numFmt = '@';
  } else if (typeof value === 'number') {
    cell.value = value;
  }
  cell.alignment = { vertical: 'top', wrapText: column.wraps };
}

function addHeader(sheet: Worksheet, columns: readonly SheetColumn<string>[]): void {
  const header = sheet.getRow(1);
  for (const [index, { title }] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
  }
  header.commit();
}

async function write<Title extends string>(
  { name, columns, rows }: SheetTable<Title>,
  out: PassThrough,
): Promise<void> {
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  addHeader(sheet, columns);
  let number = 1;
  for await (const values of rows) {
    const row = sheet.getRow((number += 1));
    for (const [index, column] of columns.entries()) fill(row.getCell(index + 1), values[column.title], column);
    row.commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: number, column: columns.length } };
  sheet.commit();
  await workbook.commit();
}

/** The file's bytes as they are made; a failure of the rows is a failure of the stream. */
export function sheetStream<Title extends string>(table: SheetTable<Title>): Readable {
  const out = new PassThrough();
  write(table, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
