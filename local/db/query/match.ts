/** Whether a plain document answers a filter. */
import { compareValues, equalValues, rankOf } from '../order';
import { type Doc, isDoc, missing } from '../values';
import type { Comparison, Filter, Test } from './filter';
import { valuesAt } from './paths';

export type Predicate = (doc: Doc) => boolean;
/** Evaluates an $expr; given from outside, because expressions in turn use comparisons. */
export type Evaluate = (expression: unknown, doc: Doc) => unknown;

export function compileFilter(filter: Filter, evaluate: Evaluate): Predicate {
  switch (filter.kind) {
    case 'and': {
      const all = filter.filters.map((inner) => compileFilter(inner, evaluate));
      return (doc) => all.every((predicate) => predicate(doc));
    }
    case 'or':
    case 'nor': {
      const any = filter.filters.map((inner) => compileFilter(inner, evaluate));
      const wanted = filter.kind === 'or';
      return (doc) => any.some((predicate) => predicate(doc)) === wanted;
    }
    case 'not': {
      const inner = compileFilter(filter.filter, evaluate);
      return (doc) => !inner(doc);
    }
    case 'expr':
      return (doc) => isTruthy(evaluate(filter.expression, doc));
    case 'field': {
      const { parts } = filter;
      const test = compileTest(filter.test, evaluate);
      return (doc) => valuesAt(doc, parts).some(test);
    }
  }
}

export function isTruthy(value: unknown): boolean {
  return value !== missing && value !== undefined && value !== null && value !== false && value !== 0;
}

type ValueTest = (value: unknown) => boolean;

/** Most tests hold for an array when they hold for one of its elements, or for the array itself. */
function opened(test: ValueTest): ValueTest {
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}

function compileTest(test: Test, evaluate: Evaluate): ValueTest {
  switch (test.op) {
    case 'eq':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return opened(comparison(test.op, test.value));
    case 'in': {
      const { values, patterns } = test;
      return opened(
        (value) => values.some((one) => equalValues(one, value)) || patterns.some((pattern) => fits(pattern, value)),
      );
    }
    case 'regex':
      return opened((value) => fits(test.pattern, value));
    case 'exists':
      return (value) => value !== missing;
    case 'type':
      return opened((value) => test.matches.some((matches) => matches(value)));
    case 'mod':
      return opened(
        (value) =>
          typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % test.divisor === test.remainder,
      );
    case 'size':
      return (value) => Array.isArray(value) && value.length === test.size;
    case 'elemMatch':
      return compileElemMatch(test, evaluate);
  }
}

function fits(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/** Only values of the same type are less or greater; null and a missing field are equal. */
function comparison(op: Comparison, wanted: unknown): ValueTest {
  if (op === 'eq') return (value) => equalValues(value, wanted);
  const rank = rankOf(wanted);
  const equalCounts = op === 'lte' || op === 'gte';
  return (value) => {
    if (rankOf(value) !== rank) return false;
    if (Number.isNaN(value) || Number.isNaN(wanted)) return equalCounts && equalValues(value, wanted);
    const order = compareValues(value, wanted);
    return order === 0 ? equalCounts : order < 0 === (op === 'lt' || op === 'lte');
  };
}

function compileElemMatch({ filter, ofValues }: Extract<Test, { op: 'elemMatch' }>, evaluate: Evaluate): ValueTest {
  const inner = compileFilter(filter, evaluate);
  const matches = ofValues
    ? (item: unknown) => inner({ value: item })
    : (item: unknown) => (isDoc(item) ? inner(item) : Array.isArray(item) && inner({ ...item }));
  return (value) => Array.isArray(value) && value.some(matches);
}

/** The position of the first array element that a filter's conditions on `path` match, for the positional operator. */
export function matchedIndex(filter: Filter, doc: Doc, path: string, evaluate: Evaluate): number {
  const found = indexFor(filter, doc, path, evaluate);
  return found ?? -1;
}

function indexFor(filter: Filter, doc: Doc, path: string, evaluate: Evaluate): number | null {
  if (filter.kind === 'and' || filter.kind === 'or') {
    const indexes = filter.filters.filter((inner) => filter.kind === 'and' || compileFilter(inner, evaluate)(doc));
    return indexes.map((inner) => indexFor(inner, doc, path, evaluate)).find((at) => at !== null) ?? null;
  }
  if (filter.kind !== 'field' || (filter.path !== path && !filter.path.startsWith(`${path}.`))) return null;
  const list = valuesAt(doc, path.split('.')).find(Array.isArray);
  if (!list) return null;
  const rest = filter.parts.slice(path.split('.').length);
  const test =
    filter.test.op === 'elemMatch' && !rest.length
      ? (item: unknown) => compileTest(filter.test, evaluate)([item])
      : compileTest(filter.test, evaluate);
  const at = list.findIndex((item: unknown) =>
    rest.length ? isDoc(item) && valuesAt(item, rest).some(test) : test(item),
  );
  return at < 0 ? null : at;
}
