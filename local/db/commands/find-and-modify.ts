import { checkedFilter } from '../aggregate/stages';
import { DatabaseError } from '../errors';
import type { Filter } from '../query/filter';
import { parseSort } from '../query/planner';
import { compileProjection } from '../query/projection';
import { type Found, select } from '../query/select';
import type { Collection } from '../storage/catalog';
import { parseUpdate } from '../update/apply';
import { decodePlain, decodeTyped, type Doc, encodeDoc, isDoc } from '../values';
import { type CommandContext, refuseCollation } from './context';
import { changeFound, insertUpsert } from './update';
import { ensureCollection, writing } from './writing';

export async function findAndModify(context: CommandContext): Promise<Doc> {
  const { command, engine, retry } = context;
  refuseCollation(command);
  const filter = checkedFilter(command['query'] ?? {});
  const execute = command['remove'] === true ? removeOne(context) : updateOne(context);
  const collection = await ensureCollection(context);
  return writing(context, () => {
    const earlier = retry?.results['0'];
    if (isDoc(earlier)) return earlier;
    const [found] = select(engine, {
      collection,
      filter,
      sort: parseSort(command['sort']),
      skip: 0,
      limit: 1,
      hint: command['hint'],
      transaction: context.transaction,
    });
    const result = execute(collection, filter, found ?? null);
    if (retry) {
      retry.results['0'] = result;
      engine.sessions.save(context.session, retry);
    }
    return result;
  });
}

type Execute = (collection: Collection, filter: Filter, found: Found | null) => Doc;

function removeOne(context: CommandContext): Execute {
  const { command, engine, transaction } = context;
  if (command['update'] !== undefined) throw new DatabaseError(9, 'Cannot specify both an update and remove=true');
  if (command['new'] === true)
    throw new DatabaseError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  return (collection, filter, found) => {
    if (!found) return { lastErrorObject: { n: 0 }, value: null };
    engine.documents.write({ collection, idKey: found.idKey, before: found.bytes, after: null }, transaction);
    return { lastErrorObject: { n: 1 }, value: projected(context, filter, found.bytes) };
  };
}

function updateOne(context: CommandContext): Execute {
  const { command } = context;
  const update = parseUpdate(command['update'], command['arrayFilters']);
  const wantsNew = command['new'] === true;
  return (collection, filter, found) => {
    if (found) {
      const after = changeFound(context, collection, found, { update, filter }) ?? found.bytes;
      return {
        lastErrorObject: { n: 1, updatedExisting: true },
        value: projected(context, filter, wantsNew ? after : found.bytes),
      };
    }
    if (command['upsert'] !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const doc = insertUpsert(context, collection, { update, filter });
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: doc['_id'] };
    return { lastErrorObject, value: wantsNew ? projected(context, filter, encodeDoc(doc)) : null };
  };
}

/** Typed when it goes out whole, so that every number keeps its type. */
function projected({ command }: CommandContext, filter: Filter, bytes: Buffer): Doc {
  const project = compileProjection(command['fields'], { filter });
  return project ? project(decodePlain(bytes)) : decodeTyped(bytes);
}
