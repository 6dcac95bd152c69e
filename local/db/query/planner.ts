/** Chooses how to read: which index, which part of it, in which direction; or the whole collection. */
import { DatabaseError } from '../errors';
import { invert } from '../key-encoding';
import { type Collection, type Index, type IndexField, keyPattern } from '../storage/catalog';
import type { KeyRange } from '../storage/storage';
import { isDoc } from '../values';
import {
  boundedPaths,
  boundsOn,
  endOf,
  everything,
  excludesNull,
  type Interval,
  isOneOfValues,
  isPoint,
  isWithin,
  startOf,
} from './bounds';
import { type Filter, parseFilter } from './filter';

export interface SortField {
  path: string;
  descending: boolean;
}

export interface IndexScan {
  kind: 'index';
  index: Index;
  /** Groups of ranges; within a group in order. Several groups are merged by what follows the common fields. */
  groups: readonly { skip: number; ranges: readonly KeyRange[] }[];
  reverse: boolean;
  sorted: boolean;
  /** The bounds say all that the filter says. */
  exact: boolean;
  score: number;
}

export interface UnionScan {
  kind: 'union';
  scans: readonly IndexScan[];
}

export type Plan = IndexScan | UnionScan;

export interface Wanted {
  filter: Filter;
  sort: readonly SortField[];
  limit: number;
  hint: unknown;
}

/** Counts the keys of a scan up to a limit; lets the planner prefer the shorter of two readings. */
export type Probe = (scan: IndexScan, limit: number) => number;

const maxPrefixes = 256;
const probeLimit = 200;

export function plan(collection: Collection, wanted: Wanted, probe: Probe): Plan {
  const hinted = hintedIndex(collection, wanted.hint);
  if (hinted) return scanOf(hinted, wanted);
  const usable = collection.indexes.filter((index) => isUsable(index, wanted.filter));
  const scans = usable.map((index) => scanOf(index, wanted)).filter((scan) => scan.score > 0);
  return choose(scans, wanted, probe) ?? unionOf(collection, wanted, probe) ?? wholeCollection(collection, wanted);
}

function wholeCollection(collection: Collection, wanted: Wanted): IndexScan {
  const [index] = collection.indexes;
  if (!index) throw new Error(`${collection.name} has no _id index`);
  return scanOf(index, wanted);
}

/** Reads all documents: nothing bounds the scan. */
export function isWhole(scan: Plan): boolean {
  return scan.kind === 'index' && scan.index.name === '_id_' && scan.score === 0;
}

function hintedIndex(collection: Collection, hint: unknown): Index | null {
  if (hint === undefined || hint === null || (isDoc(hint) && !Object.keys(hint).length)) return null;
  if (isDoc(hint) && '$natural' in hint) return collection.indexes[0] ?? null;
  const wanted = isDoc(hint)
    ? JSON.stringify(Object.entries(hint).map(([path, direction]) => [path, Number(direction)]))
    : null;
  const found = collection.indexes.find((index) =>
    wanted === null ? index.name === hint : JSON.stringify(Object.entries(keyPattern(index))) === wanted,
  );
  if (!found)
    throw new DatabaseError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
}

/** A partial or sparse index serves a filter only when no answer can be outside it. */
function isUsable(index: Index, filter: Filter): boolean {
  if (index.sparse && !index.fields.some(({ path }) => demandsPresence(filter, path))) return false;
  return !index.partial || implies(filter, parseFilter(index.partial));
}

function demandsPresence(filter: Filter, path: string): boolean {
  if (filter.kind === 'and') return filter.filters.some((inner) => demandsPresence(inner, path));
  if (filter.kind === 'field' && filter.path === path && filter.test.op === 'exists') return true;
  const bounds = boundsOn(filter, path, true);
  return bounds !== null && excludesNull(bounds);
}

function implies(filter: Filter, condition: Filter): boolean {
  if (condition.kind === 'and') return condition.filters.every((inner) => implies(filter, inner));
  if (condition.kind === 'or') return condition.filters.some((inner) => implies(filter, inner));
  if (condition.kind !== 'field') return false;
  if (condition.test.op === 'exists') return demandsPresence(filter, condition.path);
  const [inner, outer] = [boundsOn(filter, condition.path, true), boundsOn(condition, condition.path, true)];
  return inner !== null && outer !== null && isWithin(inner, outer);
}

function oriented(field: IndexField, interval: Interval): Interval {
  if (!field.descending) return interval;
  const { low, afterLow, high, afterHigh } = interval;
  return { low: invert(high), afterLow: !afterHigh, high: invert(low), afterHigh: !afterLow };
}

function scanOf(index: Index, wanted: Wanted): IndexScan {
  const fields = index.fields.map((field) => ({
    field,
    bounds: boundsOn(wanted.filter, field.path, index.multikey.has(field.path)),
  }));
  const points: (readonly Interval[])[] = [];
  let combinations = 1;
  for (const { bounds } of fields) {
    if (!bounds?.every(isPoint) || combinations * bounds.length > maxPrefixes) break;
    combinations *= bounds.length;
    points.push(bounds);
  }
  const next = fields[points.length];
  const order = orderOf(index, points, wanted);
  const ranged = next?.bounds ?? null;
  const groups = rangesOf(
    index,
    points,
    order.common,
    next && { field: next.field, intervals: ranged ?? [everything] },
  );
  const bounded = new Set(index.fields.slice(0, points.length + (ranged ? 1 : 0)).map(({ path }) => path));
  const paths = boundedPaths(wanted.filter);
  return {
    kind: 'index',
    index,
    groups,
    reverse: order.reverse,
    sorted: order.sorted,
    exact:
      paths !== null &&
      [...paths].every((path) => bounded.has(path)) &&
      [...index.multikey].every((path) => !paths.has(path) || isOneOfValues(wanted.filter, path)),
    score: scoreOf(index, points.length, combinations, ranged !== null, order.sorted && wanted.sort.length > 0),
  };
}

function scoreOf(index: Index, equal: number, combinations: number, ranged: boolean, sorts: boolean): number {
  if (index.unique && equal === index.fields.length) return 1000 - combinations;
  return equal * 10 + (ranged ? 3 : 0) + (sorts ? 5 : 0);
}

interface Order {
  sorted: boolean;
  reverse: boolean;
  /** How many leading fields have lists of values whose scans must be merged to keep the order; 0 for none. */
  common: number;
}

/** Whether reading the index gives the wanted order: fixed fields do not matter, the rest must agree in direction. */
function orderOf(index: Index, points: readonly (readonly Interval[])[], { sort, filter }: Wanted): Order {
  const single = (path: string): boolean => {
    const bounds = boundsOn(filter, path, true);
    return (
      bounds?.length === 1 &&
      bounds.every(isPoint) &&
      !index.multikey.has(path) &&
      index.fields.some((field) => field.path === path)
    );
  };
  const rest = sort.filter(({ path }) => !single(path));
  const fields = index.fields.some(({ path }) => path === '_id')
    ? index.fields
    : [...index.fields, { path: '_id', descending: false }];
  let reverse: boolean | null = null;
  let matched = 0;
  let common = 0;
  for (const [i, field] of fields.entries()) {
    const wanted = rest[matched];
    if (!wanted) break;
    if (field.path === wanted.path && !index.multikey.has(field.path)) {
      const turned = field.descending !== wanted.descending;
      if (reverse !== null && reverse !== turned) return { sorted: false, reverse: false, common: 0 };
      reverse = turned;
      matched++;
    } else if (i >= points.length) break;
    else if ((points[i]?.length ?? 0) > 1) {
      if (matched) break;
      common = i + 1;
    }
  }
  const sorted = matched === rest.length;
  return { sorted, reverse: sorted && (reverse ?? false), common: sorted && rest.length ? common : 0 };
}

function rangesOf(
  index: Index,
  points: readonly (readonly Interval[])[],
  common: number,
  next: { field: IndexField; intervals: readonly Interval[] } | undefined,
): IndexScan['groups'] {
  const extend = (prefixes: readonly Buffer[], from: number, to: number): Buffer[] => {
    let extended = [...prefixes];
    for (let i = from; i < to; i++) {
      const field = index.fields[i];
      if (!field) break;
      const values = (points[i] ?? []).map((interval) => oriented(field, interval).low);
      extended = extended.flatMap((bytes) => values.map((value) => Buffer.concat([bytes, value])));
    }
    return extended;
  };
  const intervals = next ? next.intervals.map((interval) => oriented(next.field, interval)) : [everything];
  return extend([index.table], 0, common).map((group) => {
    const ranges = extend([group], common, points.length).flatMap((bytes) =>
      intervals.map((interval) => ({
        start: Buffer.concat([bytes, startOf(interval)]),
        end: Buffer.concat([bytes, endOf(interval)]),
      })),
    );
    return { skip: group.length, ranges: ranges.sort((a, b) => Buffer.compare(a.start, b.start)) };
  });
}

function choose(scans: readonly IndexScan[], wanted: Wanted, probe: Probe): IndexScan | null {
  const ranked = [...scans].sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || best.score > 500 || ranked.length === 1) return best ?? null;
  const rivals = ranked.filter((scan) => scan === best || best.score - scan.score < 20);
  const cost = (scan: IndexScan): number => {
    const keys = probe(scan, probeLimit);
    if (scan.sorted && wanted.sort.length && wanted.limit) return Math.min(keys, wanted.limit * (scan.exact ? 1 : 2));
    return wanted.sort.length && !scan.sorted ? keys * 2 : keys;
  };
  const costs = new Map(rivals.map((scan) => [scan, cost(scan)]));
  return rivals.reduce((a, b) => ((costs.get(b) ?? 0) < (costs.get(a) ?? 0) ? b : a));
}

/** A top-level $or whose branches each have an index: one scan a branch, every document once. */
function unionOf(collection: Collection, wanted: Wanted, probe: Probe): UnionScan | null {
  const or =
    wanted.filter.kind === 'or'
      ? wanted.filter
      : wanted.filter.kind === 'and'
        ? wanted.filter.filters.find(({ kind }) => kind === 'or')
        : null;
  if (or?.kind !== 'or') return null;
  const scans = or.filters.map((branch) => {
    const branchOnly: Wanted = { filter: branch, sort: [], limit: 0, hint: undefined };
    const usable = collection.indexes.filter((index) => isUsable(index, branch));
    return choose(
      usable.map((index) => scanOf(index, branchOnly)).filter((scan) => scan.score > 0),
      branchOnly,
      probe,
    );
  });
  return scans.every((scan) => scan !== null) ? { kind: 'union', scans } : null;
}

export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new DatabaseError(14, 'Expected field sort to be of type object');
  return Object.entries(sort).map(([path, direction]) => ({ path, descending: sortDirection(path, direction) < 0 }));
}

function sortDirection(path: string, direction: unknown): number {
  const number =
    typeof direction === 'object' && direction !== null && 'valueOf' in direction
      ? Number(direction.valueOf())
      : direction;
  if (number !== 1 && number !== -1)
    throw new DatabaseError(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
  if (path.startsWith('$')) throw new DatabaseError(16410, `FieldPath field names may not start with '$': ${path}`);
  return number;
}
