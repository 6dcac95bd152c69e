/** Arithmetic that keeps the type: int stays int until it overflows, long stays long, a double makes a double. */
import { Double, Int32, Long } from 'bson';
import { DatabaseError, notSupported } from '../errors';
import { isNumeric, missing, numberOf } from '../values';

type Operation = '$inc' | '$mul';

function isIntegral(value: unknown): boolean {
  return value instanceof Int32 || value instanceof Long || (typeof value === 'number' && Number.isInteger(value));
}

function fitsInt32(value: number): boolean {
  return value === (value | 0);
}

/** What $inc or $mul makes of a field. */
export function calculate(operation: Operation, path: string, old: unknown, argument: unknown): unknown {
  if (!isNumeric(argument)) {
    const verb = operation === '$inc' ? 'increment' : 'multiply';
    throw new DatabaseError(14, `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(argument)}}`);
  }
  if (old === missing) return operation === '$inc' ? argument : typed(0, [argument]);
  if (!isNumeric(old)) {
    throw new DatabaseError(
      14,
      `Cannot apply ${operation} to a value of non-numeric type. The field '${path}' has a non-numeric type`,
    );
  }
  const [a, b] = [numberOf(old), numberOf(argument)];
  return typed(operation === '$inc' ? a + b : a * b, [old, argument]);
}

function typed(result: number, from: readonly unknown[]): unknown {
  if (!from.every(isIntegral)) return new Double(result);
  if (!Number.isSafeInteger(result)) throw notSupported('An integer beyond 2^53');
  return from.some((value) => value instanceof Long) || !fitsInt32(result)
    ? Long.fromNumber(result)
    : new Int32(result);
}

/** Gives a computed document back the number types that the stored one had, wherever the number did not change. */
export function restoreTypes(computed: unknown, stored: unknown): unknown {
  if (typeof computed === 'number')
    return isNumeric(stored) && Object.is(numberOf(stored), computed) ? stored : computed;
  if (Array.isArray(computed))
    return computed.map((item, at) => restoreTypes(item, Array.isArray(stored) ? stored[at] : undefined));
  if (typeof computed !== 'object' || computed === null || Object.getPrototypeOf(computed) !== Object.prototype)
    return computed;
  const from = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  const old = new Map<string, unknown>(from);
  return Object.fromEntries(
    Object.entries(computed).map(([name, value]) => [name, restoreTypes(value, old.get(name))]),
  );
}
