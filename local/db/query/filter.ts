/** Filters, parsed once: an unknown or unsupported operator is an error here, so nothing later has to guess. */
import { BSONRegExp } from 'bson';
import { DatabaseError } from '../errors';
import { type Doc, isDoc, isNumeric, numberOf, plainRegex, toPlain } from '../values';
import { splitPath } from './paths';
import { typeMatchers } from './type-names';

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';

export type Test =
  | { op: Comparison; value: unknown }
  | { op: 'in'; values: readonly unknown[]; patterns: readonly RegExp[] }
  | { op: 'regex'; pattern: RegExp }
  | { op: 'exists' }
  | { op: 'type'; matches: readonly ((value: unknown) => boolean)[]; names: readonly string[] }
  | { op: 'size'; size: number }
  | { op: 'mod'; divisor: number; remainder: number }
  | { op: 'elemMatch'; filter: Filter; ofValues: boolean };

export type Filter =
  | { kind: 'and' | 'or' | 'nor'; filters: readonly Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'field'; path: string; parts: readonly string[]; test: Test }
  | { kind: 'expr'; expression: unknown };

export function bad(message: string): DatabaseError {
  return new DatabaseError(2, message);
}

export function parseFilter(filter: unknown): Filter {
  if (!isDoc(filter)) throw new DatabaseError(14, 'Expected field filter to be of type object');
  return and(
    Object.entries(filter).map(([key, value]) =>
      key.startsWith('$') ? parseLogical(key, value) : parseField(key, value),
    ),
  );
}

function and(filters: readonly (Filter | null)[]): Filter {
  const kept = filters.filter((filter) => filter !== null);
  const [only] = kept;
  return kept.length === 1 && only ? only : { kind: 'and', filters: kept };
}

function parseLogical(operator: string, value: unknown): Filter | null {
  switch (operator) {
    case '$and':
    case '$or':
    case '$nor':
      return parseBranches(operator, value);
    case '$expr':
      return { kind: 'expr', expression: toPlain(value) };
    case '$comment':
      return null;
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw bad(`${operator} is not supported by the embedded database`);
    default:
      throw bad(
        `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function parseBranches(operator: '$and' | '$or' | '$nor', value: unknown): Filter {
  if (!Array.isArray(value)) throw bad(`${operator} must be an array`);
  if (!value.length) throw bad('$and/$or/$nor must be a nonempty array');
  const filters = value.map((branch) => {
    if (!isDoc(branch)) throw bad('$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
  const [only] = filters;
  if (only && filters.length === 1 && operator !== '$nor') return only;
  return { kind: operator === '$and' ? 'and' : operator === '$or' ? 'or' : 'nor', filters };
}

function field(path: string, test: Test): Filter {
  return { kind: 'field', path, parts: splitPath(path), test };
}

function isOperators(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false) && !('$ref' in value) && !('$id' in value);
}

function parseField(path: string, value: unknown): Filter {
  if (isPattern(value)) return field(path, { op: 'regex', pattern: asPattern(value) });
  if (!isOperators(value)) return field(path, { op: 'eq', value: toPlain(value) });
  return and(parseOperators(path, value));
}

function parseOperators(path: string, operators: Doc): (Filter | null)[] {
  return Object.entries(operators).map(([operator, value]) => {
    if (!operator.startsWith('$')) throw bad(`unknown operator: ${operator}`);
    return parseOperator(path, operator, value, operators);
  });
}

const comparisons: Readonly<Record<string, Comparison>> = { $eq: 'eq', $lt: 'lt', $lte: 'lte', $gt: 'gt', $gte: 'gte' };

function parseOperator(path: string, operator: string, value: unknown, all: Doc): Filter | null {
  const comparison = comparisons[operator];
  if (comparison) return parseComparison(path, comparison, value);
  switch (operator) {
    case '$ne':
      if (isPattern(value)) throw bad("Can't have regex as arg to $ne.");
      return { kind: 'not', filter: field(path, { op: 'eq', value: toPlain(value) }) };
    case '$in':
      return field(path, parseIn('$in', value));
    case '$nin':
      return { kind: 'not', filter: field(path, parseIn('$nin', value)) };
    case '$not':
      return { kind: 'not', filter: parseNot(path, value) };
    case '$exists': {
      const exists = field(path, { op: 'exists' });
      return value && !(isNumeric(value) && numberOf(value) === 0) ? exists : { kind: 'not', filter: exists };
    }
    case '$regex':
      return field(path, { op: 'regex', pattern: parseRegex(value, all['$options']) });
    case '$options':
      if (!('$regex' in all)) throw bad('$options needs a $regex');
      return null;
    case '$comment':
      return null;
    default:
      return parseArrayOperator(path, operator, value);
  }
}

function parseComparison(path: string, comparison: Comparison, value: unknown): Filter {
  if (isPattern(value)) {
    if (comparison !== 'eq') throw bad("Can't have RegEx as arg to predicate over field");
    throw bad('Comparing with a stored regular expression is not supported by the embedded database');
  }
  return field(path, { op: comparison, value: toPlain(value) });
}

function parseArrayOperator(path: string, operator: string, value: unknown): Filter {
  switch (operator) {
    case '$type':
      return field(path, { op: 'type', ...typeMatchers(value) });
    case '$size':
      return field(path, { op: 'size', size: parseSize(value) });
    case '$mod':
      return field(path, parseMod(value));
    case '$all':
      return parseAll(path, value);
    case '$elemMatch':
      return field(path, parseElemMatch(value));
    default:
      throw bad(`unknown operator: ${operator}`);
  }
}

function parseNot(path: string, value: unknown): Filter {
  if (isPattern(value)) return field(path, { op: 'regex', pattern: asPattern(value) });
  if (!isDoc(value)) throw bad('$not needs a regex or a document');
  if (!Object.keys(value).length) throw bad('$not cannot be empty');
  return and(parseOperators(path, value));
}

function parseIn(operator: string, value: unknown): Test {
  if (!Array.isArray(value)) throw bad(`${operator} needs an array`);
  const plain = value.filter((item) => !isPattern(item));
  if (plain.some(isOperators)) throw bad(`cannot nest $ under ${operator}`);
  return { op: 'in', values: plain.map(toPlain), patterns: value.filter(isPattern).map(asPattern) };
}

type Pattern = RegExp | BSONRegExp;

function isPattern(value: unknown): value is Pattern {
  return value instanceof RegExp || value instanceof BSONRegExp;
}

function asPattern(value: Pattern): RegExp {
  return value instanceof BSONRegExp ? plainRegex(value) : plainRegex({ pattern: value.source, options: value.flags });
}

function parseRegex(value: unknown, options: unknown): RegExp {
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  if (value instanceof BSONRegExp) return plainRegex({ pattern: value.pattern, options: options ?? value.options });
  if (typeof value !== 'string') throw bad('$regex has to be a string');
  return plainRegex({ pattern: value, options: options ?? '' });
}

function parseSize(value: unknown): number {
  const size = isNumeric(value) ? numberOf(value) : NaN;
  if (!Number.isInteger(size) || size < 0)
    throw new DatabaseError(9, 'Failed to parse $size. Expected a non-negative integer');
  return size;
}

function parseMod(value: unknown): Test {
  if (!Array.isArray(value) || value.length !== 2) throw bad('malformed mod, needs to be an array of two numbers');
  const [divisor, remainder] = value.map((part: unknown) => (isNumeric(part) ? Math.trunc(numberOf(part)) : NaN));
  if (divisor === undefined || remainder === undefined || Number.isNaN(divisor + remainder))
    throw bad('malformed mod, arguments not numbers');
  if (divisor === 0) throw bad('divisor cannot be 0');
  return { op: 'mod', divisor, remainder };
}

function parseAll(path: string, value: unknown): Filter {
  if (!Array.isArray(value)) throw bad('$all needs an array');
  if (!value.length) return field(path, { op: 'in', values: [], patterns: [] });
  return and(
    value.map((item: unknown) => {
      if (isPattern(item)) return field(path, { op: 'regex', pattern: asPattern(item) });
      if (!isOperators(item)) return field(path, { op: 'eq', value: toPlain(item) });
      if (Object.keys(item)[0] !== '$elemMatch') throw bad('no $ expressions in $all');
      return field(path, parseElemMatch(item['$elemMatch']));
    }),
  );
}

const logical = ['$and', '$or', '$nor', '$expr', '$where', '$comment'];

function parseElemMatch(value: unknown): Test {
  if (!isDoc(value)) throw bad('$elemMatch needs an Object');
  const [first] = Object.keys(value);
  const ofValues = first !== undefined && first.startsWith('$') && !logical.includes(first);
  if (!ofValues) return { op: 'elemMatch', filter: parseFilter(value), ofValues };
  return { op: 'elemMatch', filter: and(parseOperators('value', value)), ofValues };
}
