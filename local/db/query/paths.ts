/** Dotted paths through documents and arrays, as queries and indexes read them. */
import { type Doc, isDoc, missing } from '../values';

const index = /^(0|[1-9]\d*)$/;

export function isArrayIndex(part: string): boolean {
  return index.test(part);
}

export function splitPath(path: string): readonly string[] {
  return path.split('.');
}

function own(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : missing;
}

/**
 * The values that a query on a path looks at, arrays at the end not yet opened. An array on the way is entered once;
 * elements of it that are no documents give nothing, whereas a document without the field gives `missing`.
 */
export function valuesAt(doc: Doc, parts: readonly string[], from = 0): unknown[] {
  let value: unknown = doc;
  for (let i = from; i < parts.length; i++) {
    const part = parts[i] ?? '';
    if (isDoc(value)) value = own(value, part);
    else if (Array.isArray(value)) return valuesInArray(value, parts, i);
    else return [missing];
    if (value === undefined) value = missing;
  }
  return [value];
}

function valuesInArray(list: readonly unknown[], parts: readonly string[], at: number): unknown[] {
  const found: unknown[] = [];
  for (const item of list) if (isDoc(item)) found.push(...valuesAt(item, parts, at));
  const part = parts[at] ?? '';
  if (!isArrayIndex(part) || !(Number(part) in list)) return found;
  const item = list[Number(part)];
  if (at === parts.length - 1) found.push(item);
  else if (isDoc(item)) found.push(...valuesAt(item, parts, at + 1));
  else if (Array.isArray(item)) found.push(...valuesInArray(item, parts, at + 1));
  return found;
}

/** The value at a path that does not enter arrays; `missing` when there is none. */
export function valueAt(doc: unknown, parts: readonly string[]): unknown {
  let value = doc;
  for (const part of parts) {
    if (!isDoc(value)) return missing;
    value = own(value, part);
  }
  return value;
}

interface IndexValues {
  values: unknown[];
  /** The document has an array on the path: the index holds several entries for it. */
  many: boolean;
}

/** What an index holds for one field: an array's elements one by one; `undefined` stands for an empty array. */
export function indexValuesAt(doc: Doc, parts: readonly string[]): IndexValues {
  const plain = valueAt(doc, parts);
  if (plain !== missing && !Array.isArray(plain)) return { values: [plain], many: false };
  const open = (value: unknown): unknown[] => (Array.isArray(value) ? (value.length ? value : [undefined]) : [value]);
  if (Array.isArray(plain)) return { values: open(plain), many: true };
  const values = entered(doc, parts, 0);
  return values.many ? values : { values: [missing], many: false };
}

function entered(value: unknown, parts: readonly string[], at: number): IndexValues {
  if (Array.isArray(value)) {
    const last = at === parts.length;
    if (!value.length) return { values: last ? [undefined] : [missing], many: true };
    return { values: last ? value : value.flatMap((item) => entered(item, parts, at).values), many: true };
  }
  if (at === parts.length) return { values: [value], many: false };
  const inner = isDoc(value) ? own(value, parts[at] ?? '') : missing;
  return inner === missing ? { values: [missing], many: false } : entered(inner, parts, at + 1);
}
