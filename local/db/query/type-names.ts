/** $type: by name or number. Only integers and doubles cannot be told apart in the plain form, hence are refused. */
import { Binary, ObjectId } from 'bson';
import { DatabaseError } from '../errors';
import { isDoc, isNumeric, numberOf } from '../values';

const matchers: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  object: isDoc,
  array: Array.isArray,
  binData: (value) => value instanceof Binary,
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  number: isNumeric,
};

const numbers: Readonly<Record<number, string>> = {
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
};

const numberKinds = new Set<unknown>(['double', 'int', 'long', 'decimal', 1, 16, 18, 19]);

interface TypeTest {
  matches: readonly ((value: unknown) => boolean)[];
  names: readonly string[];
}

export function typeMatchers(value: unknown): TypeTest {
  const wanted = (Array.isArray(value) ? value : [value]).map((type: unknown) =>
    isNumeric(type) ? numberOf(type) : type,
  );
  if (!wanted.length) throw new DatabaseError(9, '$type must match at least one type');
  const names = wanted.map((type) => {
    if (numberKinds.has(type))
      throw new DatabaseError(2, `$type ${String(type)} is not supported by the embedded database; use 'number'`);
    const name = typeof type === 'number' ? numbers[type] : type;
    if (typeof name !== 'string' || !(name in matchers))
      throw new DatabaseError(2, `Unknown type name alias: ${String(type)}`);
    return name;
  });
  return { names, matches: names.flatMap((name) => matchers[name] ?? []) };
}

/** What the expression $type says of a plain value. */
export function typeName(value: unknown): string {
  return Object.entries(matchers).find(([, matches]) => matches(value))?.[0] ?? 'missing';
}
