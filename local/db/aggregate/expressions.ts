/**
 * The expression language: mingo's, with the operators whose comparisons or missing values it treats otherwise than
 * the server replaced. Only operators named here exist; anything else is an error before the first document is read.
 */
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { DatabaseError, notSupported } from '../errors';
import { isTruthy } from '../query/match';
import { isArrayIndex } from '../query/paths';
import { typeName } from '../query/type-names';
import { compareValues } from '../order';
import { type Doc, isDoc } from '../values';
import { average, extreme, total } from './accumulators';

/** As mingo has them. */
const fromMingo = {
  ...{ $arrayElemAt: mingo.$arrayElemAt, $arrayToObject: mingo.$arrayToObject, $concatArrays: mingo.$concatArrays },
  ...{ $first: mingo.$first, $last: mingo.$last, $isArray: mingo.$isArray, $objectToArray: mingo.$objectToArray },
  ...{ $range: mingo.$range, $reduce: mingo.$reduce, $reverseArray: mingo.$reverseArray, $size: mingo.$size },
  ...{ $slice: mingo.$slice, $filter: mingo.$filter, $map: mingo.$map, $let: mingo.$let, $literal: mingo.$literal },
  ...{ $mergeObjects: mingo.$mergeObjects, $strLenCP: mingo.$strLenCP, $substrCP: mingo.$substrCP },
  ...{ $trim: mingo.$trim, $regexMatch: mingo.$regexMatch },
};

/** As mingo has them, but for null or a missing field among the arguments, which makes the server answer null. */
const nullFirst = {
  ...{ $abs: mingo.$abs, $add: mingo.$add, $ceil: mingo.$ceil, $divide: mingo.$divide, $floor: mingo.$floor },
  ...{ $mod: mingo.$mod, $multiply: mingo.$multiply, $round: mingo.$round, $subtract: mingo.$subtract },
  ...{ $trunc: mingo.$trunc, $concat: mingo.$concat, $split: mingo.$split },
};

type Options = Parameters<typeof evalExpr>[2];
type Operators = Parameters<Context['addExpressionOps']>[0];
type ExpressionOperator = Operators[keyof Operators];

/** A missing field is less than null here, unlike in a query. */
function compareOperands(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareValues(a, b);
}

function operands(doc: unknown, args: unknown, options: Options, name: string, count: number): unknown[] {
  if (!Array.isArray(args) || args.length !== count) {
    throw new DatabaseError(
      16020,
      `Expression ${name} takes exactly ${count} arguments. ${Array.isArray(args) ? args.length : 1} were passed in.`,
    );
  }
  return args.map((arg: unknown) => evalExpr(doc, arg, options));
}

function comparing(name: string, decide: (order: number) => unknown): ExpressionOperator {
  return (doc: unknown, args: unknown, options: Options) => {
    const [a, b] = operands(doc, args, options, name, 2);
    return decide(compareOperands(a, b));
  };
}

const list = (args: unknown): unknown[] => (Array.isArray(args) ? args : [args]);
/** An accumulator used as an expression opens its only argument when that is an array. */
const opened = (doc: unknown, args: unknown, options: Options): unknown[] =>
  Array.isArray(args) ? args.map((arg: unknown) => evalExpr(doc, arg, options)) : list(evalExpr(doc, args, options));

/** mingo's date operators fail on a missing date; the server answers null. */
function ofDate(operator: ExpressionOperator): ExpressionOperator {
  const apply = operator as (doc: unknown, args: unknown, options: Options) => unknown; // mingo types each operator by itself
  return (doc: unknown, args: unknown, options: Options) => {
    const { date, onNull = null } = isDoc(args) && 'date' in args ? args : { date: args };
    const value: unknown = evalExpr(doc, date, options);
    return value === null || value === undefined ? evalExpr(doc, onNull, options) : apply(doc, args, options);
  };
}

function nullable(operator: ExpressionOperator): ExpressionOperator {
  const apply = operator as (doc: unknown, args: unknown, options: Options) => unknown; // as above
  return (doc: unknown, args: unknown, options: Options) => {
    const isNull = (arg: unknown): boolean => (evalExpr(doc, arg, options) ?? null) === null;
    return list(args).some(isNull) ? null : apply(doc, args, options);
  };
}

/** Letters of ASCII only, as on the server; null becomes empty. */
function inCase(letters: RegExp, change: (letter: string) => string): ExpressionOperator {
  return (doc: unknown, args: unknown, options: Options) => {
    const value: unknown = evalExpr(doc, args, options);
    if (value === null || value === undefined) return '';
    if (typeof value !== 'string') throw notSupported('Changing the case of what is no string');
    return value.replace(letters, change);
  };
}

const own: Operators = {
  ...Object.fromEntries(Object.entries(nullFirst).map(([name, operator]) => [name, nullable(operator)])),
  $dateToString: ofDate(mingo.$dateToString),
  $year: ofDate(mingo.$year),
  $month: ofDate(mingo.$month),
  $dayOfMonth: ofDate(mingo.$dayOfMonth),
  $dayOfWeek: ofDate(mingo.$dayOfWeek),
  $hour: ofDate(mingo.$hour),
  $minute: ofDate(mingo.$minute),
  $second: ofDate(mingo.$second),
  $toLower: inCase(/[A-Z]/g, (letter) => letter.toLowerCase()),
  $toUpper: inCase(/[a-z]/g, (letter) => letter.toUpperCase()),
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $cmp: comparing('$cmp', Math.sign),
  $and: (doc: unknown, args: unknown, options: Options) =>
    list(args).every((arg) => isTruthy(evalExpr(doc, arg, options))),
  $or: (doc: unknown, args: unknown, options: Options) =>
    list(args).some((arg) => isTruthy(evalExpr(doc, arg, options))),
  $not: (doc: unknown, args: unknown, options: Options) => !isTruthy(evalExpr(doc, list(args)[0], options)),
  $cond: (doc: unknown, args: unknown, options: Options) => {
    const [test, then, otherwise] = isDoc(args) ? [args['if'], args['then'], args['else']] : list(args);
    return evalExpr(doc, isTruthy(evalExpr(doc, test, options)) ? then : otherwise, options);
  },
  $switch: (doc: unknown, args: unknown, options: Options) => {
    const { branches, default: otherwise } = isDoc(args) ? args : {};
    const taken = list(branches)
      .filter(isDoc)
      .find((branch) => isTruthy(evalExpr(doc, branch['case'], options)));
    if (!taken && otherwise === undefined)
      throw new DatabaseError(
        40066,
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return evalExpr(doc, taken ? taken['then'] : otherwise, options);
  },
  $ifNull: (doc: unknown, args: unknown, options: Options) => {
    const values = list(args);
    const found = values
      .slice(0, -1)
      .map((arg) => evalExpr(doc, arg, options))
      .find((value) => value !== null && value !== undefined);
    return found ?? evalExpr(doc, values.at(-1), options);
  },
  $in: (doc: unknown, args: unknown, options: Options) => {
    const [value, values] = operands(doc, args, options, '$in', 2);
    if (!Array.isArray(values)) throw new DatabaseError(40081, '$in requires an array as a second argument');
    return values.some((one) => compareOperands(one, value) === 0);
  },
  $type: (doc: unknown, args: unknown, options: Options) => {
    const value: unknown = evalExpr(doc, args, options);
    if (typeof value === 'number') throw notSupported('The expression $type of a number');
    return value === undefined ? 'missing' : typeName(value);
  },
  $sum: (doc: unknown, args: unknown, options: Options) => total(opened(doc, args, options)),
  $avg: (doc: unknown, args: unknown, options: Options) => average(opened(doc, args, options)),
  $min: (doc: unknown, args: unknown, options: Options) => extreme(opened(doc, args, options), -1),
  $max: (doc: unknown, args: unknown, options: Options) => extreme(opened(doc, args, options), 1),
};

const plainField = /^\$[^$.]+$/;

const options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({ expression: { ...fromMingo, ...own } }),
};

/** Evaluates a checked expression; undefined stands for a missing value. */
export function evaluate(expression: unknown, doc: Doc): unknown {
  if (typeof expression !== 'object' || expression === null) {
    if (typeof expression !== 'string' || !expression.startsWith('$')) return expression;
    // By far the most frequent, and much faster so: mingo sets up its options anew for each evaluation.
    if (plainField.test(expression))
      return Object.hasOwn(doc, expression.slice(1)) ? doc[expression.slice(1)] : undefined;
  }
  try {
    return evalExpr(doc, expression, options);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(2, error instanceof Error ? error.message : String(error));
  }
}

/** Refuses what is unknown or would be answered otherwise than by the server. */
export function checkExpression(expression: unknown): void {
  if (typeof expression === 'string') return checkPath(expression);
  if (Array.isArray(expression)) return expression.forEach(checkExpression);
  if (!isDoc(expression)) return;
  const keys = Object.keys(expression);
  const [operator = ''] = keys;
  if (!operator.startsWith('$')) return Object.values(expression).forEach(checkExpression);
  if (keys.length !== 1)
    throw new DatabaseError(
      15983,
      `an object representing an expression must have exactly one field: ${keys.join(', ')}`,
    );
  if (!(operator in fromMingo) && !(operator in own))
    throw new DatabaseError(168, `Unrecognized expression '${operator}'`);
  if (operator !== '$literal') checkExpression(expression[operator]);
}

function checkPath(text: string): void {
  if (!text.startsWith('$')) return;
  if (text === '$') throw new DatabaseError(16872, "'$' by itself is not a valid FieldPath");
  if (text.split('.').slice(1).some(isArrayIndex)) throw notSupported(`The field path '${text}'`);
}
