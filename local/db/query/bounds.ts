/** Where in an index the answers to a filter can be: intervals of one field's encoded values. */
import { afterAll, encodeValue } from '../key-encoding';
import { rankOf, typeRank } from '../order';
import type { Filter, Test } from './filter';

/** From `low` up to `high`; the flags say whether what begins with that bound lies before it. */
export interface Interval {
  low: Buffer;
  afterLow: boolean;
  high: Buffer;
  afterHigh: boolean;
}

/** null: anywhere. */
export type Bounds = readonly Interval[] | null;

const lowest = Buffer.alloc(0);

export const everything: Interval = { low: lowest, afterLow: false, high: lowest, afterHigh: true };

export function startOf({ low, afterLow }: Interval): Buffer {
  return afterLow ? Buffer.concat([low, afterAll]) : low;
}

export function endOf({ high, afterHigh }: Interval): Buffer {
  return afterHigh ? Buffer.concat([high, afterAll]) : high;
}

export function isPoint({ low, afterLow, high, afterHigh }: Interval): boolean {
  return !afterLow && afterHigh && low.length > 1 - Number(isConstant(low)) && low.equals(high);
}

function isConstant(bytes: Buffer): boolean {
  return bytes.length === 1 && (bytes[0] === typeRank.null || bytes[0] === typeRank.undefined);
}

function point(value: unknown): Interval {
  const bytes = encodeValue(value);
  return { low: bytes, afterLow: false, high: bytes, afterHigh: true };
}

function ofType(rank: number): Interval {
  const byte = Buffer.from([rank]);
  return { low: byte, afterLow: false, high: byte, afterHigh: true };
}

function union(sets: readonly (readonly Interval[])[]): Interval[] {
  const sorted = sets.flat().sort((a, b) => Buffer.compare(startOf(a), startOf(b)));
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (!last || Buffer.compare(startOf(next), endOf(last)) >= 0) merged.push(next);
    else if (Buffer.compare(endOf(next), endOf(last)) > 0) {
      merged[merged.length - 1] = { ...last, high: next.high, afterHigh: next.afterHigh };
    }
  }
  return merged;
}

function intersection(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const a of left) {
    for (const b of right) {
      const low = Buffer.compare(startOf(a), startOf(b)) >= 0 ? a : b;
      const high = Buffer.compare(endOf(a), endOf(b)) <= 0 ? a : b;
      const common = { low: low.low, afterLow: low.afterLow, high: high.high, afterHigh: high.afterHigh };
      if (Buffer.compare(startOf(common), endOf(common)) < 0) both.push(common);
    }
  }
  return both;
}

/** Whether every value within `inner` is also within `outer`. */
export function isWithin(inner: readonly Interval[], outer: readonly Interval[]): boolean {
  return inner.every((a) =>
    outer.some((b) => Buffer.compare(startOf(b), startOf(a)) <= 0 && Buffer.compare(endOf(a), endOf(b)) <= 0),
  );
}

export function excludesNull(bounds: readonly Interval[]): boolean {
  return intersection(bounds, [point(null)]).length === 0;
}

/**
 * The bounds that a filter puts on a path. With `many` (some document has an array there) two conditions may be met by
 * two different elements, so only one of them bounds the scan.
 */
export function boundsOn(filter: Filter, path: string, many: boolean): Bounds {
  switch (filter.kind) {
    case 'and': {
      const known = filter.filters.map((inner) => boundsOn(inner, path, many)).filter((bounds) => bounds !== null);
      const [first] = known;
      if (!first) return null;
      if (many) return known.find((bounds) => bounds.every(isPoint)) ?? first;
      return known.reduce(intersection);
    }
    case 'or': {
      const known = filter.filters.map((inner) => boundsOn(inner, path, many));
      return known.every((bounds) => bounds !== null) ? union(known) : null;
    }
    case 'field':
      return fieldBounds(filter.path, filter.test, path, many);
    default:
      return null;
  }
}

function fieldBounds(tested: string, test: Test, path: string, many: boolean): Bounds {
  if (test.op === 'elemMatch') {
    if (tested === path && test.ofValues) return boundsOn(test.filter, 'value', false);
    if (path.startsWith(`${tested}.`) && !test.ofValues)
      return boundsOn(test.filter, path.slice(tested.length + 1), many);
    return null;
  }
  return tested === path ? testBounds(test) : null;
}

function testBounds(test: Test): Bounds {
  switch (test.op) {
    case 'eq':
      return Array.isArray(test.value) ? null : [point(test.value)];
    case 'in':
      return test.patterns.length || test.values.some(Array.isArray)
        ? null
        : union(test.values.map((value) => [point(value)]));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return Array.isArray(test.value) ? null : rangeBounds(test.op, test.value);
    case 'regex':
      return prefixBounds(test.pattern);
    case 'type':
      return typeBounds(test.names);
    default:
      return null;
  }
}

function rangeBounds(op: 'lt' | 'lte' | 'gt' | 'gte', value: unknown): Interval[] {
  const rank = rankOf(value);
  const exact = point(value);
  const inclusive = op === 'lte' || op === 'gte';
  if (rank === typeRank.null || Number.isNaN(value)) return inclusive ? [exact] : [];
  const type = ofType(rank);
  // NaN is the lowest number in the index, yet neither less nor greater than any.
  const floor =
    rank === typeRank.number ? { low: encodeValue(NaN), afterLow: true } : { low: type.low, afterLow: false };
  if (op === 'lt' || op === 'lte') return [{ ...floor, high: exact.high, afterHigh: inclusive }];
  return [{ low: exact.low, afterLow: !inclusive, high: type.high, afterHigh: true }];
}

const literal = /^\^([^\\^$.|?*+()[\]{}]+)/;

/** Only `^literal` bounds a scan, and only when case counts. */
function prefixBounds(pattern: RegExp): Bounds {
  if (/[im]/.test(pattern.flags) || pattern.source.includes('|')) return null;
  const found = literal.exec(pattern.source);
  if (!found?.[1]) return null;
  const optional = /^[?*{]/.test(pattern.source.slice(found[0].length));
  const text = optional ? [...found[1]].slice(0, -1).join('') : found[1];
  const bytes = Buffer.concat([Buffer.from([typeRank.string]), Buffer.from(text)]);
  return [{ low: bytes, afterLow: false, high: bytes, afterHigh: true }];
}

function typeBounds(names: readonly string[]): Bounds {
  const ranks: Readonly<Record<string, number>> = typeRank;
  const known = names.map((name) => (name === 'array' || name === 'null' ? undefined : ranks[name]));
  return known.every((rank) => rank !== undefined) ? union(known.map((rank) => [ofType(rank)])) : null;
}

/** Whether the filter is nothing but bounds: equality, lists and ranges on single fields. Names the fields. */
export function boundedPaths(filter: Filter): ReadonlySet<string> | null {
  if (filter.kind === 'and') {
    const inner = filter.filters.map(boundedPaths);
    return inner.every((paths) => paths !== null) ? new Set(inner.flatMap((paths) => [...paths])) : null;
  }
  if (filter.kind !== 'field') return null;
  const { test } = filter;
  const values = test.op === 'in' ? test.values : 'value' in test ? [test.value] : null;
  if (!values || (test.op === 'in' && test.patterns.length)) return null;
  return values.every((value) => value !== null && !Array.isArray(value)) ? new Set([filter.path]) : null;
}

function testsOn(filter: Filter, path: string): Test[] {
  if (filter.kind === 'and') return filter.filters.flatMap((inner) => testsOn(inner, path));
  return filter.kind === 'field' && filter.path === path ? [filter.test] : [];
}

/** Whether one value of a path, alone, decides about it: then one key of an array's index does. */
export function isOneOfValues(filter: Filter, path: string): boolean {
  const [test, ...more] = testsOn(filter, path);
  return more.length === 0 && (test?.op === 'eq' || test?.op === 'in');
}
