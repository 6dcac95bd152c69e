import { checkedFilter } from '../aggregate/stages';
import { DatabaseError } from '../errors';
import { encodeValue } from '../key-encoding';
import type { Filter } from '../query/filter';
import { type Found, select } from '../query/select';
import type { Collection } from '../storage/catalog';
import { applyUpdate, parseUpdate, type Update, upsertDoc } from '../update/apply';
import { type Doc, encodeStored, isDoc } from '../values';
import { runBatch, type StatementResult } from './batch';
import { type CommandContext, listArgument, refuseCollation } from './context';
import { assertId } from './insert';
import { ensureCollection } from './writing';

interface Statement {
  filter: Filter;
  update: Update;
  multi: boolean;
  upsert: boolean;
  hint: unknown;
  /** How far a statement came before it had to wait. */
  done: Map<string, boolean>;
}

export async function update(context: CommandContext): Promise<Doc> {
  const raw = listArgument(context.command, 'updates');
  const collection = await ensureCollection(context);
  const parsed = new Map<unknown, Statement>();
  const { results, answer } = await runBatch(context, raw, (one) => {
    const statement = parsed.get(one) ?? parseStatement(one);
    parsed.set(one, statement);
    return execute(context, collection, statement);
  });
  const upserted = results.flatMap((result, index) =>
    result && 'upserted' in result ? [{ index, _id: result.upserted }] : [],
  );
  const nModified = results.reduce((sum, result) => sum + (result?.modified ?? 0), 0);
  return { ...answer, nModified, ...(upserted.length ? { upserted } : {}) };
}

function parseStatement(statement: unknown): Statement {
  if (!isDoc(statement)) throw new DatabaseError(14, 'An update statement must be an object');
  refuseCollation(statement);
  const { q, u, multi, upsert, arrayFilters, hint } = statement;
  const parsed = parseUpdate(u, arrayFilters);
  if (multi === true && parsed.kind === 'replacement') {
    throw new DatabaseError(9, 'multi update is not supported for replacement-style update');
  }
  return {
    filter: checkedFilter(q),
    update: parsed,
    multi: multi === true,
    upsert: upsert === true,
    hint,
    done: new Map(),
  };
}

function execute(context: CommandContext, collection: Collection, statement: Statement): StatementResult {
  const { filter, multi, upsert, hint, done } = statement;
  const { engine, transaction } = context;
  const found = [...select(engine, { collection, filter, sort: [], skip: 0, limit: multi ? 0 : 1, hint, transaction })];
  for (const one of found) {
    const id = one.idKey.toString('latin1');
    if (!done.has(id)) done.set(id, changeFound(context, collection, one, statement) !== null);
  }
  if (!done.size && upsert) return { n: 1, modified: 0, upserted: insertUpsert(context, collection, statement)['_id'] };
  return { n: done.size, modified: [...done.values()].filter(Boolean).length };
}

/** The new bytes, or null when the update changed nothing. */
export function changeFound(
  { engine, transaction }: CommandContext,
  collection: Collection,
  found: Found,
  { update: change, filter }: Pick<Statement, 'update' | 'filter'>,
): Buffer | null {
  const after = applyUpdate(found.bytes, change, filter);
  if (after.equals(found.bytes)) return null;
  engine.documents.write({ collection, idKey: found.idKey, before: found.bytes, after }, transaction);
  return after;
}

export function insertUpsert(
  { engine, transaction }: CommandContext,
  collection: Collection,
  { update: change, filter }: Pick<Statement, 'update' | 'filter'>,
): Doc {
  const doc = upsertDoc(change, filter);
  assertId(doc['_id']);
  engine.documents.write(
    { collection, idKey: encodeValue(doc['_id']), before: null, after: encodeStored(doc) },
    transaction,
  );
  return doc;
}
