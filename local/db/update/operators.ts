/** An update document, parsed: which operator does what at which path. Unknown operators and conflicts fail here. */
import { DatabaseError, notSupported } from '../errors';
import { compareValues } from '../order';
import { isArrayIndex } from '../query/paths';
import { assertStorable, type Doc, isDoc, missing } from '../values';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { calculate } from './numbers';
import { checkUpdatePath } from './paths';

export interface Step {
  path: string;
  /** Only when an upsert inserts. */
  onInsert: boolean;
  change: (old: unknown) => unknown;
  /** For $rename: where the value comes from. */
  from: string | null;
}

type Operator = (path: string, argument: unknown) => Step['change'];

const operators: Readonly<Record<string, Operator>> = {
  $set: (_path, argument) => () => argument,
  $setOnInsert: (_path, argument) => () => argument,
  $unset: () => () => missing,
  $inc: (path, argument) => (old) => calculate('$inc', path, old, argument),
  $mul: (path, argument) => (old) => calculate('$mul', path, old, argument),
  $min: (_path, argument) => (old) => (old === missing || compareValues(argument, old) < 0 ? argument : old),
  $max: (_path, argument) => (old) => (old === missing || compareValues(argument, old) > 0 ? argument : old),
  $currentDate: (_path, argument) => currentDate(argument),
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};

function currentDate(argument: unknown): Step['change'] {
  const type = isDoc(argument) ? argument['$type'] : argument === true ? 'date' : undefined;
  if (type === 'timestamp') throw notSupported("$currentDate with $type 'timestamp'");
  if (type !== 'date') throw new DatabaseError(2, "The '$type' string field is required to be 'date' or 'timestamp'");
  return () => new Date();
}

export function parseOperators(update: Doc): Step[] {
  const steps = Object.entries(update).flatMap(([operator, fields]) => {
    if (operator === '$bit') throw notSupported('$bit');
    if (!(operator in operators) && operator !== '$rename') {
      throw new DatabaseError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDoc(fields))
      throw new DatabaseError(9, `Modifiers operate on fields but we found another type for ${operator}`);
    return Object.entries(fields).flatMap(([path, argument]) => stepsFor(operator, path, argument));
  });
  assertNoConflict(steps.map(({ path }) => path).concat(steps.flatMap(({ from }) => from ?? [])));
  return steps.sort((a, b) => comparePaths(a.path, b.path));
}

function stepsFor(operator: string, path: string, argument: unknown): Step[] {
  checkUpdatePath(path);
  if (operator === '$rename') return [renameStep(path, argument)];
  if (operator !== '$pull') assertStorable(argument);
  const change = operators[operator]?.(path, argument);
  return change ? [{ path, change, onInsert: operator === '$setOnInsert', from: null }] : [];
}

function renameStep(from: string, to: unknown): Step {
  if (typeof to !== 'string') throw new DatabaseError(2, `The 'to' field for $rename must be a string: ${from}`);
  checkUpdatePath(to);
  if (from === to) throw new DatabaseError(2, `The source and target field for $rename must differ: ${from}: "${to}"`);
  if ([from, to].some((path) => path.split('.').some((part) => part.startsWith('$')))) {
    throw new DatabaseError(2, `The source and target field for $rename may not be dynamic: ${from}`);
  }
  return { path: to, from, onInsert: false, change: (old) => old };
}

function assertNoConflict(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const path of sorted) {
    const others = sorted.filter((other) => other === path || other.startsWith(`${path}.`));
    if (others.length > 1)
      throw new DatabaseError(40, `Updating the path '${others.at(-1) ?? path}' would create a conflict at '${path}'`);
  }
}

/** New fields are made in the order of their names, numbers by value. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    if (isArrayIndex(x) && isArrayIndex(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
