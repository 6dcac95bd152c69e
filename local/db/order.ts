/** The order of BSON values: by type first, numbers of every kind together, strings by their UTF-8 bytes. */
import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import { notSupported } from './errors';
import { type Doc, isDoc, missing, numberOf } from './values';

/** The byte that a type begins with in an index key; the order of these is the order of types. */
export const typeRank = {
  undefined: 0x02,
  null: 0x05,
  number: 0x0a,
  string: 0x0f,
  object: 0x14,
  array: 0x19,
  binData: 0x1e,
  objectId: 0x23,
  bool: 0x28,
  date: 0x2d,
  regex: 0x32,
} as const;

export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return typeRank.number;
    case 'string':
      return typeRank.string;
    case 'boolean':
      return typeRank.bool;
    case 'undefined':
      return typeRank.null;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: unknown): number {
  if (value === null || value === missing) return typeRank.null;
  if (Array.isArray(value)) return typeRank.array;
  if (isDoc(value)) return typeRank.object;
  if (value instanceof Date) return typeRank.date;
  if (value instanceof ObjectId) return typeRank.objectId;
  if (value instanceof Binary) return typeRank.binData;
  if (value instanceof Int32 || value instanceof Double || value instanceof Long) return typeRank.number;
  if (value instanceof RegExp) return typeRank.regex;
  throw notSupported(`Comparing a value of type ${typeof value}`);
}

/** Less than, equal to or greater than zero, for any two values; a missing field counts as null. */
export function compareValues(a: unknown, b: unknown): number {
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  if (rank === typeRank.number) return compareNumbers(toNumber(a), toNumber(b));
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return +a - +b;
  if (a instanceof Date && b instanceof Date) return +a - +b;
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Binary && b instanceof Binary) return compareBinary(a, b);
  if (a instanceof RegExp && b instanceof RegExp) return compareStrings(`${a}`, `${b}`);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b);
  return 0;
}

export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return value instanceof Int32 || value instanceof Double || value instanceof Long ? numberOf(value) : NaN;
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const surrogate = /[\ud800-\udfff]/;

/** UTF-16 order differs from the order of UTF-8 bytes only beyond the basic plane. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

function compareBinary(a: Binary, b: Binary): number {
  if (a.position !== b.position) return a.position - b.position;
  if (a.sub_type !== b.sub_type) return a.sub_type - b.sub_type;
  return Buffer.compare(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position));
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field: type of value, then name, then value. The order of fields counts. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [nameA, valueA] = left[i] ?? ['', null];
    const [nameB, valueB] = right[i] ?? ['', null];
    const order = rankOf(valueA) - rankOf(valueB) || compareStrings(nameA, nameB) || compareValues(valueA, valueB);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
