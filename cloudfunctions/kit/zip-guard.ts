/**
 * An .xlsx is a zip, and a small zip can unpack into gigabytes. What it claims about itself can be a lie, so every
 * entry is unpacked once under a budget before the spreadsheet library may touch it.
 */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 500;

/** A sheet of 5,000 full rows with its texts unpacks to about 10 MB. */
const MAX_UNPACKED_BYTES = 24 * 1024 * 1024;
/** The library visits each cell of a merged range; this is 50 columns of 5,000 rows. */
const MAX_MERGED_CELLS = 250_000;

function findEnd(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - MAX_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error('no end of central directory');
}

function unpack(zip: Buffer, header: number, budget: number): Buffer {
  const method = zip.readUInt16LE(header + 10);
  const packedBytes = zip.readUInt32LE(header + 20);
  const local = zip.readUInt32LE(header + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new Error('no local header');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedBytes);
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`compression method ${method}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(budget, 1) });
}

/** The library takes long over rows by the hundred thousand, and over each row that reaches beyond column ZZ. */
const MAX_ROWS = 50_000;
const MAX_FAR_CELLS = 2000;

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Throws when reading this sheet would keep everybody else waiting. */
function checkWorksheet(sheet: string): void {
  if (mergedCells(sheet) > MAX_MERGED_CELLS) throw new Error('merged ranges too large');
  if (countOf(sheet, /<row[\s>/]/g) > MAX_ROWS) throw new Error('too many rows');
  if (countOf(sheet, /<c\s[^>]*r="[A-Z]{3}\d/g) > MAX_FAR_CELLS) throw new Error('too many cells at the far right');
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function mergedCells(sheet: string): number {
  let cells = 0;
  for (const [, left = '', top = '', right = '', bottom = ''] of sheet.matchAll(
    /<mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    cells += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return cells;
}

/** Throws an Error (of any kind) when the bytes are no zip, or one that is not safe to open. */
export function checkZip(zip: Buffer): void {
  const end = findEnd(zip);
  const entries = zip.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) throw new Error(`${entries} entries`);
  let header = zip.readUInt32LE(end + 16);
  let budget = MAX_UNPACKED_BYTES;
  for (let entry = 0; entry < entries; entry++) {
    if (zip.readUInt32LE(header) !== ENTRY) throw new Error('no entry header');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((at) => zip.readUInt16LE(header + at));
    const name = zip.toString('utf8', header + 46, header + 46 + (nameBytes ?? 0));
    const unpacked = unpack(zip, header, budget);
    budget -= unpacked.length;
    if (budget < 0) throw new Error('unpacks to too much');
    if (name.startsWith('xl/worksheets/')) checkWorksheet(unpacked.toString('latin1'));
    header += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
}
