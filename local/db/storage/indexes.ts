/** A document's entries in an index, and who else holds a unique key. */
import { DatabaseError } from '../errors';
import { emptyArrayKey, encodeValue, invert, maxKeyBytes } from '../key-encoding';
import { type Predicate } from '../query/match';
import { indexValuesAt } from '../query/paths';
import { decodePlain, type Doc, missing } from '../values';
import { type Collection, type Index, type IndexField, keyPattern } from './catalog';
import { type LmdbSnapshot, type Storage, under } from './storage';

export interface IndexKeys {
  /** Table and encoded fields, without the document's own _id. */
  keys: readonly Buffer[];
  arrays: readonly string[];
}

const none: IndexKeys = { keys: [], arrays: [] };

export function encodeField(field: IndexField, value: unknown): Buffer {
  const bytes = value === undefined ? emptyArrayKey : encodeValue(value);
  return field.descending ? invert(bytes) : bytes;
}

/** The keys under which an index keeps a document; `isPartOf` is the index's partial filter. */
export function keysFor(index: Index, doc: Doc, isPartOf: Predicate | null): IndexKeys {
  if (isPartOf && !isPartOf(doc)) return none;
  const values = index.fields.map((field) => indexValuesAt(doc, field.parts));
  if (index.sparse && values.every(({ values: [only], many }) => !many && only === missing)) return none;
  const arrays = index.fields.filter((_, i) => values[i]?.many).map(({ path }) => path);
  if (arrays.length > 1 && !sharePrefix(arrays)) {
    throw new DatabaseError(171, `cannot index parallel arrays [${arrays.join('] [')}]`);
  }
  if (arrays.length > 1)
    throw new DatabaseError(171, 'Several fields of one array in an index are not supported by the embedded database');
  // One field at most has several values: what stands before and behind it is the same for all its keys.
  const encoded = index.fields.map((field, i) => (values[i]?.values ?? []).map((value) => encodeField(field, value)));
  const many = encoded.findIndex((ofField) => ofField.length !== 1);
  const split = many < 0 ? encoded.length : many;
  const head = Buffer.concat([index.table, ...encoded.slice(0, split).flat()]);
  const tail = Buffer.concat(encoded.slice(split + 1).flat());
  const keys = many < 0 ? [head] : (encoded[many] ?? []).map((value) => Buffer.concat([head, value, tail]));
  return { keys: distinct(keys), arrays };
}

function sharePrefix(paths: readonly string[]): boolean {
  return new Set(paths.map((path) => path.split('.')[0])).size === 1;
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return keys.length < 2 ? [...keys] : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** An index entry's key: with the _id behind, so that equal values stay apart. */
export function entryKey(key: Buffer, idKey: Buffer): Buffer {
  const entry = Buffer.concat([key, idKey]);
  if (entry.length > maxKeyBytes) {
    throw new DatabaseError(
      17280,
      `Index key of ${entry.length} bytes is too long; the embedded database takes ${maxKeyBytes}`,
    );
  }
  return entry;
}

/** The _id, encoded, of another document that holds this key of a unique index. */
export function otherHolder(storage: Storage, key: Buffer, idKey: Buffer, at?: LmdbSnapshot): Buffer | null {
  for (const { value } of storage.range(under(key), at)) if (!value.equals(idKey)) return value;
  return null;
}

export function duplicateKey(collection: Collection, index: Index, doc: Doc): DatabaseError {
  const keyValue = Object.fromEntries(
    index.fields.map(({ path, parts }) => {
      const [value] = indexValuesAt(doc, parts).values;
      return [path, value === missing || value === undefined ? null : value];
    }),
  );
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  const message = `E11000 duplicate key error collection: ${collection.database}.${collection.name} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new DatabaseError(11000, message, { fields: { keyPattern: keyPattern(index), keyValue } });
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'toHexString' in value)
    return `ObjectId('${JSON.stringify(value).slice(1, -1)}')`;
  return JSON.stringify(value);
}

/** Enters every document of the collection into a new index; a duplicate in a unique one is an error. */
export function buildIndex(
  storage: Storage,
  collection: Collection,
  index: Index,
  isPartOf: Predicate | null,
): string[] {
  const arrays = new Set<string>();
  for (const { key, value } of storage.range(under(collection.table))) {
    const doc = decodePlain(value);
    const idKey = key.subarray(collection.table.length);
    const found = keysFor(index, doc, isPartOf);
    found.arrays.forEach((path) => arrays.add(path));
    for (const entry of found.keys) {
      if (index.unique && otherHolder(storage, entry, idKey)) throw duplicateKey(collection, index, doc);
      storage.put(entryKey(entry, idKey), idKey);
    }
  }
  return [...arrays];
}
