/** What $group computes over a group. A missing value is `undefined` and counts for nothing. */
import { DatabaseError } from '../errors';
import { encodeValue } from '../key-encoding';
import { compareValues } from '../order';
import { type Doc, isDoc } from '../values';

export type Accumulate = (values: readonly unknown[]) => unknown;

function numbers(values: readonly unknown[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

export function total(values: readonly unknown[]): number {
  return numbers(values).reduce((sum, value) => sum + value, 0);
}

export function average(values: readonly unknown[]): number | null {
  const known = numbers(values);
  return known.length ? total(known) / known.length : null;
}

/** The least (-1) or greatest (1) value; null and missing ones do not count. */
export function extreme(values: readonly unknown[], side: -1 | 1): unknown {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length ? known.reduce((a, b) => (Math.sign(compareValues(b, a)) === side ? b : a)) : null;
}

export function distinctValues(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [encodeValue(value).toString('latin1'), value])).values()];
}

function merge(values: readonly unknown[]): Doc {
  const merged: Doc = {};
  for (const value of values) {
    if (isDoc(value)) Object.assign(merged, value);
    else if (value !== null && value !== undefined)
      throw new DatabaseError(40400, '$mergeObjects requires object inputs');
  }
  return merged;
}

const present = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined);

export const accumulators: Readonly<Record<string, Accumulate>> = {
  $sum: total,
  $avg: average,
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: present,
  $addToSet: (values) => distinctValues(present(values)),
  $count: (values) => values.length,
  $mergeObjects: merge,
};
