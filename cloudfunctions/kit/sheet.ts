/** Writes a table as .xlsx, row by row, ready for the printer: header frozen and repeated, A4 across, filters on. */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Alignment, Row, Style, Worksheet, stream } from 'exceljs';
import { readableText } from '../../domain/readable-text';
import type { SheetValue } from '../../domain/sheets/sheet';
import { shanghaiDay } from '../../domain/time';

export interface TableColumn {
  title: string;
  /** In characters. */
  width: number;
  isDate?: boolean;
  wraps?: boolean;
}

/** A table to be written: its rows come one at a time, each with a value for each column. */
export interface FileTable {
  name: string;
  columns: readonly TableColumn[];
  rows: AsyncIterable<readonly SheetValue[]>;
}

/** What a printed copy carries: a title and a line under it above the header, and a line at the top of each page. */
export interface SheetPaper {
  title: string;
  note: string;
  pageLine: string;
}

const A4 = 9;

/** Readers that take the file format's own escapes (_x0041_) or entities for letters do so only in the file's own text table. */
const ODD = /_x[0-9A-Fa-f]{4}_|&/;

/**
 * Text is a text cell whatever it begins with: =1+1 is never a formula, and the text format keeps it so when somebody
 * edits the cell. What looks like the file format's own escape (_x0041_) is escaped, or it would be read as a letter.
 */
const asText = (text: string): string => readableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** One style object for each kind of cell of a column: the library knows it again by its identity. */
interface CellStyles {
  text: Partial<Style>;
  date: Partial<Style>;
  plain: Partial<Style>;
}

function stylesOf({ wraps = false }: TableColumn): CellStyles {
  const alignment: Partial<Alignment> = { vertical: 'top', wrapText: wraps };
  return {
    text: { alignment, numFmt: '@' },
    date: { alignment, numFmt: 'yyyy-mm-dd' },
    plain: { alignment },
  };
}

/** Answers whether the row's texts must stand in the file's text table. */
function fill(row: Row, values: readonly SheetValue[], styles: readonly CellStyles[]): boolean {
  let isOdd = false;
  for (const [index, style] of styles.entries()) {
    const value = values[index] ?? null;
    const cell = row.getCell(index + 1);
    if (value instanceof Date) {
      // The library writes a cell's calendar day from UTC.
      cell.value = new Date(`${shanghaiDay(value)}T00:00:00Z`);
      cell.style = style.date;
    } else if (typeof value === 'string' && value !== '') {
      const text = asText(value);
      isOdd ||= ODD.test(text);
      cell.value = text;
      cell.style = style.text;
    } else {
      if (typeof value === 'number') cell.value = value;
      cell.style = style.plain;
    }
  }
  return isOdd;
}

function addLine(sheet: Worksheet, number: number, text: string, columns: number, style: Partial<Style>): void {
  const row = sheet.getRow(number);
  const cell = row.getCell(1);
  cell.value = asText(text);
  cell.style = style;
  if (columns > 1) sheet.mergeCells(number, 1, number, columns);
  row.commit();
}

function addHeader(sheet: Worksheet, number: number, columns: readonly TableColumn[]): void {
  const header = sheet.getRow(number);
  for (const [index, { title }] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
  }
  header.commit();
}

/** In a page's header and footer & begins a command. */
const pageText = (text: string): string => readableText(text).replaceAll('&', '&&');

const TITLE: Partial<Style> = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'middle' },
};
const NOTE: Partial<Style> = { alignment: { horizontal: 'right', vertical: 'middle' } };

/** After so many rows the writer looks whether the reader keeps up. */
const BREATH = 50;

/** Waits until what has been written is on its way, so that a long table never piles up in memory. */
async function breathe(out: PassThrough): Promise<void> {
  if (out.destroyed) throw new Error('nobody reads the sheet any more');
  if (out.writableNeedDrain) await once(out, 'drain');
  // Lets the compressor take what is waiting.
  else await setImmediate();
}

/** The library's switch for each row, which its types do not name. */
const useTextTable = (sheet: Worksheet, on: boolean): void => {
  (sheet as Worksheet & { useSharedStrings: boolean }).useSharedStrings = on;
};

function addSheet(workbook: stream.xlsx.WorkbookWriter, name: string, header: number, paper?: SheetPaper): Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: header }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${header}:${header}`,
    },
    ...(paper
      ? { headerFooter: { oddHeader: `&R${pageText(paper.pageLine)}`, oddFooter: '&C第 &P 页 共 &N 页' } }
      : {}),
  });
}

async function addTable(
  workbook: stream.xlsx.WorkbookWriter,
  { name, columns, rows }: FileTable,
  out: PassThrough,
  paper?: SheetPaper,
): Promise<void> {
  const header = paper ? 3 : 1;
  const sheet = addSheet(workbook, name, header, paper);
  sheet.columns = columns.map(({ width }) => ({ width }));
  if (paper) {
    addLine(sheet, 1, paper.title, columns.length, TITLE);
    addLine(sheet, 2, paper.note, columns.length, NOTE);
  }
  addHeader(sheet, header, columns);
  const styles = columns.map(stylesOf);
  let number = header;
  for await (const values of rows) {
    const row = sheet.getRow((number += 1));
    useTextTable(sheet, fill(row, values, styles));
    row.commit();
    if (number % BREATH === 0) await breathe(out);
  }
  sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: number, column: columns.length } };
  sheet.commit();
}

async function write(tables: readonly FileTable[], out: PassThrough, paper?: SheetPaper): Promise<void> {
  // Only when a sheet is wanted: it is a fifth of the time that a function takes to load.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  for (const table of tables) await addTable(workbook, table, out, paper);
  await workbook.commit();
}

/** The file's bytes as they are made, a sheet for each table; a failure of the rows is a failure of the stream. */
export function sheetsStream(tables: readonly FileTable[], paper?: SheetPaper): Readable {
  const out = new PassThrough();
  write(tables, out, paper).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

export const sheetStream = (table: FileTable, paper?: SheetPaper): Readable => sheetsStream([table], paper);
