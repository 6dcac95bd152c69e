/**
 * Documents in two forms. *Plain* is for queries and pipelines: every number is a JavaScript number. *Typed* is for
 * updates: Int32, Double and Long keep their class, so that rewriting a document never changes a number's type.
 * A type which cannot be held exactly in the plain form is refused when it is written or asked for.
 */
import { Binary, BSONRegExp, deserialize, Double, Int32, Long, ObjectId, serialize, Timestamp } from 'bson';
import { DatabaseError, notSupported } from './errors';

export type Doc = Record<string, unknown>;

/** The field is not there: apart from null. */
export const missing: unique symbol = Symbol('missing');

export const maxDocumentBytes = 16 * 1024 * 1024;
/** Below _id's own overhead: the server allows 16 KiB more for internal use, clients do not get it. */
export const maxMessageBytes = 48_000_000;

const plainOptions = { promoteBuffers: false, promoteValues: true, promoteLongs: true, bsonRegExp: true } as const;
const typedOptions = { promoteBuffers: false, promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

export function decodePlain(bytes: Uint8Array): Doc {
  return deserialize(bytes, plainOptions);
}

export function decodeTyped(bytes: Uint8Array): Doc {
  return deserialize(bytes, typedOptions);
}

export function encodeDoc(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A document to be stored: within the size limit. */
export function encodeStored(doc: Doc): Buffer {
  const bytes = encodeDoc(doc);
  if (bytes.length > maxDocumentBytes) {
    throw new DatabaseError(
      10334,
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${maxDocumentBytes}`,
    );
  }
  return bytes;
}

export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
}

export function isNumeric(value: unknown): value is number | Int32 | Double | Long {
  return typeof value === 'number' || value instanceof Int32 || value instanceof Double || value instanceof Long;
}

export function numberOf(value: number | Int32 | Double | Long): number {
  if (typeof value === 'number') return value;
  return value instanceof Long ? value.toNumber() : value.valueOf();
}

function plainLong(value: Long): number {
  const number = value.toNumber();
  if (!Number.isSafeInteger(number)) throw notSupported('An integer beyond 2^53');
  return number;
}

/** The plain form of a value from a command or a typed document; refuses types that this database does not hold. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return plainPrimitive(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (isDoc(value)) {
    const plain: Doc = {};
    for (const [key, inner] of Object.entries(value)) plain[key] = toPlain(inner);
    return plain;
  }
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Long && !(value instanceof Timestamp)) return plainLong(value);
  if (value instanceof Date || value instanceof ObjectId || value instanceof Binary || value instanceof RegExp)
    return value;
  if (value instanceof BSONRegExp) return plainRegex(value);
  throw notSupported(`The type ${bsonTypeName(value)}`);
}

function plainPrimitive(value: unknown): unknown {
  if (typeof value === 'bigint') return plainLong(Long.fromBigInt(value));
  return value;
}

/** JavaScript's own regular expressions serve for the flags that mean the same in both. */
export function plainRegex({ pattern, options }: BSONRegExp | { pattern: string; options: string }): RegExp {
  if (/[^ims]/.test(options)) throw notSupported(`The regular expression flag '${options}'`);
  for (const flags of [`${options}u`, options]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue; // the u flag refuses needless escapes, which PCRE takes
    }
  }
  throw new DatabaseError(51091, `Regular expression is invalid: ${pattern}`);
}

function bsonTypeName(value: object): string {
  return '_bsontype' in value ? String(value._bsontype) : value.constructor.name;
}

/** Walks a document that a client wants stored and refuses what could not be compared or read back exactly. */
export function assertStorable(value: unknown): void {
  if (value instanceof RegExp || value instanceof BSONRegExp) throw notSupported('A stored regular expression');
  if (Array.isArray(value)) value.forEach(assertStorable);
  else if (isDoc(value)) Object.values(value).forEach(assertStorable);
  else toPlain(value);
}
