/** Paths of an update: `$`, `$[]` and `$[name]` become the positions that they stand for in one document. */
import { DatabaseError } from '../errors';
import { isArrayIndex } from '../query/paths';
import type { Predicate } from '../query/match';
import { type Doc, isDoc, missing } from '../values';

export interface Positions {
  /** For `$`: the position that the query matched in the array at this path, or -1. */
  matched(path: string): number;
  /** For `$[name]`: whether an element is meant; null when there is no such array filter. */
  elementFilter(name: string): ((element: unknown) => boolean) | null;
}

export function checkUpdatePath(path: string): void {
  if (!path) throw new DatabaseError(56, 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.some((part) => !part))
    throw new DatabaseError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  const [first = ''] = parts;
  if (/^\$(\[.*\])?$/.test(first)) {
    throw new DatabaseError(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  const dollar = parts.find((part) => part.startsWith('$') && !/^\$(\[[^\]]*\])?$/.test(part));
  if (dollar)
    throw new DatabaseError(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update's replacement document.`,
    );
}

/** All concrete paths that an update path stands for. */
export function expandPath(doc: Doc, path: string, positions: Positions): string[][] {
  let open: { done: string[]; value: unknown }[] = [{ done: [], value: doc }];
  for (const part of path.split('.')) {
    open = open.flatMap(({ done, value }) => {
      const step = (name: string): { done: string[]; value: unknown } => ({
        done: [...done, name],
        value: child(value, name),
      });
      if (part === '$') return [step(String(matchedPosition(positions, done.join('.'))))];
      const filtered = /^\$\[(.*)\]$/.exec(part);
      if (!filtered) return [step(part)];
      if (!Array.isArray(value)) throw notAnArray(value, done.join('.'));
      const chosen = elementsFor(filtered[1] ?? '', positions, path);
      return value.flatMap((item: unknown, at) => (chosen(item) ? [step(String(at))] : []));
    });
  }
  return open.map(({ done }) => done);
}

function notAnArray(value: unknown, path: string): DatabaseError {
  if (value === missing)
    return new DatabaseError(2, `The path '${path}' must exist in the document in order to apply array updates.`);
  return new DatabaseError(2, `Cannot apply array updates to non-array element at path '${path}'`);
}

function matchedPosition(positions: Positions, path: string): number {
  const at = positions.matched(path);
  if (at < 0) throw new DatabaseError(2, 'The positional operator did not find the match needed from the query.');
  return at;
}

function elementsFor(name: string, positions: Positions, path: string): (item: unknown) => boolean {
  if (!name) return () => true;
  const filter = positions.elementFilter(name);
  if (!filter) throw new DatabaseError(2, `No array filter found for identifier '${name}' in path '${path}'`);
  return filter;
}

function child(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return isArrayIndex(name) && Number(name) in value ? value[Number(name)] : missing;
  return isDoc(value) && Object.hasOwn(value, name) ? value[name] : missing;
}

/** Replaces the value at a concrete path by what `change` makes of it; `missing` in or out means no such field. */
export function changeAt(doc: Doc, path: readonly string[], change: (old: unknown) => unknown): void {
  let holder: unknown = doc;
  for (const [i, name] of path.entries()) {
    const last = i === path.length - 1;
    const old = child(holder, name);
    if (last) return put(holder, name, change(old), path);
    if (old === missing) {
      if (!isDoc(holder) && !(Array.isArray(holder) && isArrayIndex(name))) {
        if (change(missing) === missing) return;
        throw notViable(holder, name, path);
      }
      const value = change(missing);
      if (value !== missing) put(holder, name, nested(path.slice(i + 1), value), path);
      return;
    }
    holder = old;
  }
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner: unknown, name) => ({ [name]: inner }), value);
}

function put(holder: unknown, name: string, value: unknown, path: readonly string[]): void {
  if (Array.isArray(holder)) return putInArray(holder, name, value, path);
  if (isDoc(holder)) {
    if (value === missing) delete holder[name];
    else holder[name] = value;
  } else if (value !== missing) throw notViable(holder, name, path);
}

const longestPadding = 1_500_000;

function putInArray(list: unknown[], name: string, value: unknown, path: readonly string[]): void {
  if (!isArrayIndex(name)) {
    if (value === missing) return;
    throw notViable(list, name, path);
  }
  const at = Number(name);
  if (value === missing) {
    if (at < list.length) list[at] = null;
    return;
  }
  if (at > list.length + longestPadding)
    throw new DatabaseError(2, `can't backfill more than ${longestPadding} elements`);
  while (list.length < at) list.push(null);
  list[at] = value;
}

function notViable(holder: unknown, name: string, path: readonly string[]): DatabaseError {
  const at = path[path.indexOf(name) - 1] ?? '';
  return new DatabaseError(28, `Cannot create field '${name}' in element {${at}: ${JSON.stringify(holder)}}`);
}

export function elementPredicate(name: string, predicate: Predicate): (element: unknown) => boolean {
  return (element) => predicate({ [name]: element });
}
