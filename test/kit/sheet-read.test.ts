import { deflateRawSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import { DomainError } from '../../domain/errors';
import { ledgerShape } from '../../domain/ledger';
import { readSheet } from '../../cloudfunctions/kit/sheet-read';
import { checkZip } from '../../cloudfunctions/kit/zip-guard';
import { sheetOf } from '../fixtures/sheets';

interface Entry {
  name: string;
  bytes: Buffer;
  /** What the directory claims, when it lies. */
  claimed?: number;
}

/** A zip by hand, so that it can say what no library would. */
function zipOf(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

async function refusal(bytes: Buffer): Promise<string> {
  const error: unknown = await readSheet(bytes, ledgerShape).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw new Error('was not refused');
  expect(error.code).toBe('INVALID_INPUT');
  return error.message;
}

const unreadable = /表格打不开，请用 Excel 或 WPS 另存为 .xlsx/;
const sheet = (xml: string): Entry => ({ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(xml) });

describe('an uploaded spreadsheet', () => {
  it('is refused in a sentence when it is none', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('心愿编号,心愿内容\n1,路灯'), Buffer.alloc(4096, 1)]) {
      expect(await refusal(bytes)).toMatch(unreadable);
    }
    const whole = await sheetOf([['心愿编号']]);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(unreadable);
    expect(await refusal(zipOf([sheet('<worksheet><sheetData>')]))).toMatch(unreadable);
  });

  it('is refused before it unpacks into more than memory, whatever it claims', async () => {
    const bomb = { name: 'xl/media/a.png', bytes: Buffer.alloc(200 * 1024 * 1024), claimed: 10 };
    expect(() => checkZip(zipOf([bomb]))).toThrow(/larger than/);
    const half = { name: 'xl/media/a.png', bytes: Buffer.alloc(14 * 1024 * 1024) };
    expect(() => checkZip(zipOf([half]))).not.toThrow();
    expect(() => checkZip(zipOf([half, half]))).toThrow(/larger than/);
    expect(await refusal(zipOf([bomb]))).toMatch(unreadable);
  });

  it('is refused when a merged range covers the whole sheet', async () => {
    const merged = '<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
    expect(() => checkZip(zipOf([sheet(merged)]))).toThrow(/merged ranges/);
    expect(await refusal(zipOf([sheet(merged)]))).toMatch(unreadable);
  });

  it('is refused when reading it would keep everybody waiting: endless rows, rows that reach to the last column', async () => {
    const rows = (count: number, cell: string): Entry =>
      sheet(`<worksheet><sheetData>${`<row>${cell}</row>`.repeat(count)}</sheetData></worksheet>`);
    expect(() => checkZip(zipOf([rows(50_001, '')]))).toThrow(/too many rows/);
    expect(() => checkZip(zipOf([rows(2001, '<c s="1" r="XFD2"><v>1</v></c>')]))).toThrow(/far right/);
    expect(() => checkZip(zipOf([rows(50_000, '<c r="ZZ2"/>')]))).not.toThrow();
  });

  it('is refused above five megabytes, and without a header', async () => {
    expect(await refusal(Buffer.alloc(5 * 1024 * 1024 + 1))).toMatch(/超过 5 MB/);
    expect(await refusal(await sheetOf([['会议记录'], ['第一项']]))).toMatch(/缺少这些列：心愿编号、村\(社区\)/);
    expect(await refusal(await sheetOf([[...ledgerShape.titles]]))).toMatch(/表头下面没有数据/);
  });

  const titles = [...ledgerShape.titles];
  const numbered = (code: string): string[] => ['', code, '', '', '刘胜村'];
  const codes = async (bytes: Buffer): Promise<unknown[]> =>
    (await readSheet(bytes, ledgerShape)).map(({ cell }) => cell('心愿编号'));
  const bytesOf = async (workbook: Workbook): Promise<Buffer> => Buffer.from(await workbook.xlsx.writeBuffer());

  it('is read as the person sees it: what is on a hidden sheet is not meant', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('旧台账', { state: 'hidden' }).addRows([titles, numbered('OLD-1')]);
    workbook.addWorksheet('新台账').addRows([titles, numbered('NEW-1')]);
    expect(await codes(await bytesOf(workbook))).toEqual(['NEW-1']);
  });

  it('is read though a filter is set on whole columns and some rows have a cell at the far right', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('台账');
    sheet.addRows([titles, ...Array.from({ length: 4000 }, (_, index) => numbered(`T-${index}`))]);
    for (let row = 2; row <= 1001; row += 1) sheet.getCell(row, 16_384).value = 1;
    // Set past the library, which would begin to visit each cell of it.
    Object.defineProperty(workbook.definedNames, 'model', {
      value: [{ name: 'FilterDatabase', ranges: ['台账!$A$1:$XFD$1048576'] }],
    });
    // A reader that goes to each of those cells does not come back.
    expect(await codes(await bytesOf(workbook))).toHaveLength(4000);
  });

  it.each(['合计', '共计：2 件', '合计（2件）', '第一代表小组小计'])(
    'ends with a row of sums named %s',
    async (name) => {
      const sums = [name, ...Array.from({ length: 16 }, () => ''), 3000];
      expect(await codes(await sheetOf([titles, numbered('A-1'), sums]))).toEqual(['A-1']);
    },
  );

  it('loses no full row, whatever its first cell begins with', async () => {
    const shape = { ...ledgerShape, required: ['心愿编号', '心愿内容'] as const };
    const bytes = await sheetOf([
      ['心愿内容', '心愿编号'],
      ['合计：三户人家盼路灯', 'A-1'],
    ]);
    expect(await readSheet(bytes, shape)).toHaveLength(1);
  });
});
