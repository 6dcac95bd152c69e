/** Values as bytes whose order (memcmp) is the order of BSON values; every encoding is prefix-free, so they concatenate. */
import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import { DatabaseError } from './errors';
import { rankOf, typeRank } from './order';
import { isDoc, numberOf } from './values';

/** LMDB takes keys of up to 1978 bytes; an index entry also carries the document's _id. */
export const maxKeyBytes = 1960;

const end = Buffer.from([0]);
/** Above every encoded value. */
export const afterAll = Buffer.from([0xff]);
/** An empty array in an indexed field: below null, as the server keeps it. */
export const emptyArrayKey = Buffer.from([typeRank.undefined]);

export function encodeValue(value: unknown): Buffer {
  const parts: Uint8Array[] = [];
  pushValue(parts, value);
  return Buffer.concat(parts);
}

function pushValue(parts: Uint8Array[], value: unknown): void {
  const rank = rankOf(value);
  const head = Buffer.from([rank]);
  if (rank === typeRank.number) parts.push(numberBytes(rank, Number(toNumber(value))));
  else if (typeof value === 'string') pushText(parts, head, value);
  else if (typeof value === 'boolean') parts.push(Buffer.from([rank, value ? 1 : 0]));
  else if (value instanceof Date) parts.push(numberBytes(rank, +value));
  else if (value instanceof ObjectId) parts.push(head, value.id);
  else if (value instanceof Binary) pushBinary(parts, head, value);
  else if (Array.isArray(value)) pushList(parts, head, value);
  else if (isDoc(value)) pushDoc(parts, head, value);
  else if (value instanceof RegExp) throw new DatabaseError(2, 'A regular expression cannot be a key');
  else parts.push(head);
}

function toNumber(value: unknown): number {
  if (value instanceof Int32 || value instanceof Double || value instanceof Long) return numberOf(value);
  return Number(value);
}

/** IEEE 754 with the sign turned; NaN lowest, as in BSON order, and -0 as 0. */
function numberBytes(rank: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = rank;
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  const negative = (bytes[1] ?? 0) & 0x80;
  if (!negative) bytes[1] = (bytes[1] ?? 0) | 0x80;
  else for (let i = 1; i < 9; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  return bytes;
}

/** Text ends with 00 00; a 00 inside is written 00 FF. */
function pushText(parts: Uint8Array[], head: Buffer, value: string): void {
  const bytes = Buffer.from(value);
  parts.push(head, value.includes('\0') ? escapeZeros(bytes) : bytes, end, end);
}

function escapeZeros(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from(escaped);
}

function pushBinary(parts: Uint8Array[], head: Buffer, value: Binary): void {
  const size = Buffer.alloc(5);
  size.writeUInt32BE(value.position, 0);
  size[4] = value.sub_type;
  parts.push(head, size, value.buffer.subarray(0, value.position));
}

function pushList(parts: Uint8Array[], head: Buffer, value: readonly unknown[]): void {
  parts.push(head);
  for (const item of value) pushValue(parts, item);
  parts.push(end);
}

function pushDoc(parts: Uint8Array[], head: Buffer, value: Record<string, unknown>): void {
  parts.push(head);
  for (const [name, inner] of Object.entries(value)) {
    parts.push(Buffer.from([rankOf(inner)]), Buffer.from(name), end);
    pushValue(parts, inner);
  }
  parts.push(end);
}

/** For a descending field of an index. */
export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~(bytes[i] ?? 0) & 0xff;
  return inverted;
}
