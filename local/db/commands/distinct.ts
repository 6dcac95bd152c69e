import { distinctValues } from '../aggregate/accumulators';
import { checkedFilter } from '../aggregate/stages';
import { DatabaseError } from '../errors';
import { compareValues } from '../order';
import { splitPath, valuesAt } from '../query/paths';
import { select } from '../query/select';
import { type Doc, missing } from '../values';
import { type CommandContext, findCollection, refuseCollation } from './context';

/** Arrays give their elements. In the order of values, as an index would give them. */
export function distinct(context: CommandContext): Doc {
  const { command, engine, transaction } = context;
  refuseCollation(command);
  const { key, query = {}, hint } = command;
  if (typeof key !== 'string' || !key)
    throw new DatabaseError(14, "BSON field 'distinct.key' is the wrong type, expected string");
  const filter = checkedFilter(query);
  const collection = findCollection(context);
  if (!collection) return { values: [] };
  const parts = splitPath(key);
  const values: unknown[] = [];
  for (const { doc } of select(engine, { collection, filter, sort: [], skip: 0, limit: 0, hint, transaction })) {
    for (const value of valuesAt(doc, parts)) values.push(...(Array.isArray(value) ? (value as unknown[]) : [value]));
  }
  return { values: distinctValues(values.filter((value) => value !== missing)).sort(compareValues) };
}
