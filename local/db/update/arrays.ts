/** The array operators of an update: $push, $addToSet, $pull, $pullAll, $pop. */
import { evaluate } from '../aggregate/expressions';
import { DatabaseError } from '../errors';
import { compareValues, equalValues } from '../order';
import { parseFilter } from '../query/filter';
import { compileFilter } from '../query/match';
import { parseSort } from '../query/planner';
import { sortBy } from '../query/sort';
import { type Doc, isDoc, isNumeric, missing, numberOf, toPlain } from '../values';

type Change = (old: unknown) => unknown;

function listOrFail(old: unknown, path: string, operator: string): unknown[] {
  if (Array.isArray(old)) return old;
  if (operator === '$push' || operator === '$addToSet')
    throw new DatabaseError(2, `The field '${path}' must be an array but is of another type`);
  throw new DatabaseError(operator === '$pop' ? 14 : 2, `Cannot apply ${operator} to a non-array value at '${path}'`);
}

function integer(value: unknown, name: string): number {
  const number = isNumeric(value) ? numberOf(value) : NaN;
  if (!Number.isInteger(number)) throw new DatabaseError(2, `The value for ${name} must be an integer value`);
  return number;
}

function eachOf(argument: Doc, operator: string): unknown[] {
  const each = argument['$each'];
  if (!Array.isArray(each))
    throw new DatabaseError(operator === '$push' ? 2 : 14, `The argument to $each in ${operator} must be an array`);
  return each;
}

export function push(path: string, argument: unknown): Change {
  const modifiers: Doc = isDoc(argument) && '$each' in argument ? argument : { $each: [argument] };
  const added = eachOf(modifiers, '$push');
  const unknown = Object.keys(modifiers).find((name) => !['$each', '$slice', '$sort', '$position'].includes(name));
  if (unknown) throw new DatabaseError(2, `Unrecognized clause in $push: ${unknown}`);
  const position = '$position' in modifiers ? integer(modifiers['$position'], '$position') : null;
  const slice = '$slice' in modifiers ? integer(modifiers['$slice'], '$slice') : null;
  const order = '$sort' in modifiers ? elementOrder(modifiers['$sort']) : null;
  return (old) => {
    const list = old === missing ? [] : [...listOrFail(old, path, '$push')];
    list.splice(position ?? list.length, 0, ...added);
    const sorted = order ? order(list) : list;
    if (slice === null) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

function elementOrder(spec: unknown): (list: unknown[]) => unknown[] {
  if (isNumeric(spec)) {
    const direction = numberOf(spec);
    if (Math.abs(direction) !== 1) throw new DatabaseError(2, 'The $sort element value must be either 1 or -1');
    return (list) => [...list].sort((a, b) => direction * compareValues(a, b));
  }
  const fields = parseSort(spec);
  if (!fields.length) throw new DatabaseError(2, 'The $sort pattern is empty when it should be a set of fields.');
  return (list) => sortBy(list, (item) => (isDoc(item) ? item : {}), fields);
}

export function addToSet(path: string, argument: unknown): Change {
  const added = isDoc(argument) && '$each' in argument ? eachOf(argument, '$addToSet') : [argument];
  return (old) => {
    const list = old === missing ? [] : [...listOrFail(old, path, '$addToSet')];
    for (const value of added) if (!list.some((item) => equalValues(item, value))) list.push(value);
    return list;
  };
}

export function pull(path: string, argument: unknown): Change {
  const removes = pullTest(argument);
  return (old) =>
    old === missing ? missing : listOrFail(old, path, '$pull').filter((item) => !removes(toPlain(item)));
}

/** A document asks for documents that match it; operators ask of the element itself; anything else is compared. */
function pullTest(argument: unknown): (item: unknown) => boolean {
  const byElement = !isDoc(argument) || (Object.keys(argument)[0]?.startsWith('$') ?? false);
  if (!byElement) {
    const matches = compileFilter(parseFilter(argument), evaluate);
    return (item) => isDoc(item) && matches(item);
  }
  const filter = compileFilter(parseFilter({ item: argument }), evaluate);
  return (item) => filter({ item });
}

export function pullAll(path: string, argument: unknown): Change {
  if (!Array.isArray(argument)) throw new DatabaseError(2, '$pullAll requires an array argument');
  return (old) =>
    old === missing
      ? missing
      : listOrFail(old, path, '$pullAll').filter(
          (item) => !argument.some((value: unknown) => equalValues(value, item)),
        );
}

export function pop(path: string, argument: unknown): Change {
  const side = isNumeric(argument) ? numberOf(argument) : NaN;
  if (Math.abs(side) !== 1) throw new DatabaseError(9, `$pop expects 1 or -1, found: ${String(argument)}`);
  return (old) => {
    if (old === missing) return missing;
    const list = listOrFail(old, path, '$pop');
    return side === 1 ? list.slice(0, -1) : list.slice(1);
  };
}
