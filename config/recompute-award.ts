/** Reads an award's export and computes its list of candidates again from nothing else. */
import excel from 'exceljs';
import { exportSheets, recomputed, type ExportCell, type ExportRow, type ExportSheet } from '../domain/award-export';

const sheetNames = Object.keys(exportSheets) as ExportSheet[];

const cellOf = (cell: excel.Cell): ExportCell => {
  if (cell.value === null || cell.value === undefined) return null;
  return typeof cell.value === 'number' ? cell.value : cell.text;
};

/** The rows under the one that names the columns. */
function rowsOf(workbook: excel.Workbook, sheet: ExportSheet): ExportRow[] {
  const { name, columns } = exportSheets[sheet];
  const found = workbook.getWorksheet(name);
  if (!found) throw new Error(`文件里没有“${name}”这张表`);
  const all: ExportCell[][] = [];
  found.eachRow((row) => all.push(columns.map((_, index) => cellOf(row.getCell(index + 1)))));
  const header = all.findIndex((cells) => columns.every((column, index) => cells[index] === column));
  if (header === -1) throw new Error(`“${name}”这张表的表头被改过`);
  return all.slice(header + 1);
}

/** Throws where it is no export of an award. */
export async function recomputeAward(path: string): Promise<ReturnType<typeof recomputed>> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  const tables = Object.fromEntries(sheetNames.map((sheet) => [sheet, rowsOf(workbook, sheet)]));
  return recomputed(tables as Record<ExportSheet, ExportRow[]>);
}
