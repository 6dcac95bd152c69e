/** Sorting in memory, by the same bytes that an index would be in order of. */
import { encodeField } from '../storage/indexes';
import type { Doc } from '../values';
import { indexValuesAt } from './paths';
import type { SortField } from './planner';

/** An array sorts by its least element, or by its greatest when descending. */
export function sortKey(doc: Doc, fields: readonly SortField[]): Buffer {
  const parts = fields.map((field) => {
    const indexed = { ...field, parts: field.path.split('.') };
    const encoded = indexValuesAt(doc, indexed.parts).values.map((value) => encodeField(indexed, value));
    return encoded.reduce((a, b) => (Buffer.compare(a, b) <= 0 ? a : b));
  });
  return Buffer.concat(parts);
}

export function sortBy<T>(items: Iterable<T>, docOf: (item: T) => Doc, fields: readonly SortField[]): T[] {
  const keyed = Array.from(items, (item) => ({ item, key: sortKey(docOf(item), fields) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item);
}
