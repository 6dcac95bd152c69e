/**
 * Writes a table as CSV for spreadsheet programs and for other ones: UTF-8 with the mark by which Excel knows it, lines
 * ending as Windows ends them, dates and numbers plain, and no cell that a spreadsheet would take for a formula.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { readableText } from '../../domain/readable-text';
import type { SheetValue } from '../../domain/sheets/sheet';
import { shanghaiDay } from '../../domain/time';
import type { FileTable } from './sheet';

/** Digits that name something: a phone, a number. Quoted, so that a program reads text. */
const DIGITS = /^\d+$/;

const fieldOf = (value: SheetValue): string | number | null => {
  if (value instanceof Date) return shanghaiDay(value);
  return typeof value === 'string' ? readableText(value) : value;
};

async function* records({ columns, rows }: FileTable, lastLine: string | undefined): AsyncGenerator<unknown[]> {
  yield columns.map(({ title }) => title);
  for await (const values of rows) yield columns.map((_, index) => fieldOf(values[index] ?? null));
  if (lastLine !== undefined) yield columns.map((_, index) => (index === 0 ? lastLine : null));
}

/** The file's bytes as they are made; a failure of the rows is a failure of the stream. `lastLine` stands below the rows. */
export function csvStream(table: FileTable, lastLine?: string): Readable {
  const out = stringify({
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: (text) => (DIGITS.test(text) ? { value: text, quoted: true } : text) },
  });
  // A failure has destroyed the stream by then, and its reader knows.
  pipeline(Readable.from(records(table, lastLine)), out).catch(() => undefined);
  return out;
}
