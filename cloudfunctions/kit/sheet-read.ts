/** Reads a table out of an uploaded .xlsx: the library's cells become domain/cell values, the rest is domain/cell-table. */
import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { MAX_SHEET_BYTES } from '../../contract/media';
import type { Cell } from '../../domain/cell';
import { readTable, type SheetRow, type TableRow, type TableShape } from '../../domain/cell-table';
import { DomainError } from '../../domain/errors';
import { checkZip } from './zip-guard';

export const MAX_ROWS = 5000;

/** A stray cell at the far right of a row (XFD) would make each row an array of 16,384. */
const MAX_COLUMNS = 256;
/** No cell of a ledger or a roster has so much to say; one text may stand in 100,000 cells of a small file. */
const MAX_CELL_CHARACTERS = 2000;

// Of no use here, and a range over a whole sheet in them costs the library minutes.
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'autoFilter', 'hyperlinks', 'drawing', 'tableParts'];

const refuse = (reason: string): DomainError =>
  new DomainError('INVALID_INPUT', { message: reason, details: { mediaId: reason } });

function dayCell(date: Date): Cell {
  // The library gives the cell's own calendar day as UTC, whatever the machine's zone.
  return Number.isNaN(date.getTime()) ? { fault: '日期超出范围' } : { day: date.toISOString().slice(0, 10) };
}

const textCell = (text: string): Cell =>
  text.length > MAX_CELL_CHARACTERS ? { fault: `文字太长，最多 ${MAX_CELL_CHARACTERS} 个字` } : text;

/** A formula counts by its stored result; a link, rich text and the like by what the screen shows. */
function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textCell(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return dayCell(value);
  if ('error' in value) return { fault: `单元格是错误值 ${value.error}` };
  if ('richText' in value) return textCell(value.richText.map((run) => run.text).join(''));
  if ('hyperlink' in value) return cellOf(value.text);
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined ? { fault: '公式没有计算结果，请改填数值或文字' } : cellOf(value.result);
  }
  return { fault: '单元格内容无法识别' };
}

/** Of a merged range the first cell has the value; those below it in its column are told apart. */
function rowsOf(sheet: Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    const mergedDown = new Map<number, Cell>();
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MAX_COLUMNS) return;
      if (cell.master === cell) cells[column - 1] = cellOf(cell.value);
      else if (Number(cell.master.col) === column) mergedDown.set(column - 1, cellOf(cell.master.value));
    });
    rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? null), mergedDown });
  });
  return rows;
}

async function open(bytes: Buffer): Promise<Workbook> {
  // Only when a sheet comes in: it is a fifth of the time that a function takes to load.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // The library would visit each cell of a named range, and a filter set on whole columns is one of millions.
  Object.defineProperty(workbook.definedNames, 'model', { value: [], writable: true });
  try {
    checkZip(bytes);
    // The library's types know only the browser's ArrayBuffer.
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    // Whatever the library met, to the person it is one thing.
    throw refuse('表格打不开，请用 Excel 或 WPS 另存为 .xlsx 后再上传');
  }
  return workbook;
}

/**
 * The rows of the first sheet in sight that has the required columns; throws INVALID_INPUT, with a sentence under `mediaId`,
 * when the file is too large or no .xlsx, when `refusal` says why the sheet is not meant for this import, when columns
 * are missing, and when there are no rows or too many.
 */
export async function readSheet<Title extends string>(
  bytes: Buffer,
  shape: TableShape<Title>,
  refusal: (sheet: readonly SheetRow[]) => string | null = () => null,
): Promise<TableRow<Title>[]> {
  if (bytes.length > MAX_SHEET_BYTES) throw refuse('表格超过 5 MB，请分成几个文件');
  const { worksheets } = await open(bytes);
  // What is hidden the person does not see and does not mean.
  const sheets = worksheets.filter((sheet) => sheet.state === 'visible').map(rowsOf);
  const refused = sheets.map(refusal).find((reason) => reason !== null);
  if (refused) throw refuse(refused);
  const tables = sheets.map((rows) => readTable(rows, shape));
  const found = tables.find((table) => 'rows' in table);
  if (!found) {
    const missing = tables.flatMap((table) => ('missing' in table ? [table.missing] : []));
    const fewest = missing.sort((a, b) => a.length - b.length)[0] ?? shape.required;
    throw refuse(`表格缺少这些列：${fewest.join('、')}`);
  }
  if (found.rows.length === 0) throw refuse('表头下面没有数据');
  if (found.rows.length > MAX_ROWS)
    throw refuse(`一次最多 ${MAX_ROWS} 行，现有 ${found.rows.length} 行，请分成几个文件`);
  return found.rows;
}
