import { Long } from 'bson';
import { checkedFilter } from '../aggregate/stages';
import { DatabaseError, notSupported } from '../errors';
import type { Batch, Source } from '../cursors';
import { parseSort } from '../query/planner';
import { compileProjection, type Project } from '../query/projection';
import { type Found, select, type Selection } from '../query/select';
import type { Collection } from '../storage/catalog';
import { encodeDoc, type Doc, isNumeric } from '../values';
import {
  type CommandContext,
  countArgument,
  findCollection,
  listArgument,
  namespace,
  numberArgument,
  refuseCollation,
} from './context';

/** A batch goes out as the stored bytes; the wire puts them into the answer as they are. */
export function cursorAnswer(
  ns: string,
  { documents, id }: Batch,
  batch: 'firstBatch' | 'nextBatch' = 'firstBatch',
): Doc {
  return { cursor: { [batch]: documents, id: Long.fromBigInt(id), ns } };
}

export function emptyAnswer(ns: string): Doc {
  return cursorAnswer(ns, { documents: [], id: 0n });
}

export function selectionOf(command: Doc, collection: Collection): Omit<Selection, 'transaction'> {
  return {
    collection,
    filter: checkedFilter(command['filter'] ?? {}),
    sort: parseSort(command['sort']),
    skip: countArgument(command, 'skip'),
    limit: Math.abs(numberArgument(command, 'limit') ?? 0),
    hint: command['hint'],
  };
}

const unsupportedOptions = ['tailable', 'awaitData', 'min', 'max', 'returnKey', 'showRecordId', 'let'];

export function find(context: CommandContext): Doc {
  const { command, engine } = context;
  refuseCollation(command);
  const option = unsupportedOptions.find((name) => command[name]);
  if (option) throw notSupported(`find with '${option}'`);
  const collection = findCollection(context);
  const filter = checkedFilter(command['filter'] ?? {});
  const project = compileProjection(command['projection'], { filter });
  if (!collection) return emptyAnswer(namespace(context));
  const selection = selectionOf(command, collection);
  const batchSize = numberArgument(command, 'batchSize');
  if (batchSize !== null && batchSize < 0) throw new DatabaseError(51024, `BSON field 'batchSize' value must be >= 0`);
  const single = command['singleBatch'] === true || (selection.limit > 0 && selection.limit <= (batchSize ?? 101));
  const source = open(context, selection, project);
  return cursorAnswer(namespace(context), engine.cursors.first(namespace(context), source, batchSize, single));
}

/** Outside a transaction a cursor reads from its own snapshot until it is closed. */
function open(
  { engine, transaction }: CommandContext,
  selection: Omit<Selection, 'transaction'>,
  project: Project | null,
): Source {
  const encode = (found: Found): Buffer => (project ? encodeDoc(project(found.doc)) : found.bytes);
  if (transaction) {
    const found = [...select(engine, { ...selection, transaction })];
    return { documents: found.map(encode).values(), close: () => undefined };
  }
  const at = engine.storage.snapshot();
  const found = select(engine, { ...selection, transaction, at });
  let open = true;
  const documents = (function* (): Generator<Buffer, void> {
    for (const one of found) yield encode(one);
  })();
  const close = (): void => {
    if (!open) return;
    open = false;
    documents.return();
    at.done();
  };
  return { documents, close };
}

export function getMore({ command, engine, database }: CommandContext): Doc {
  const id = command['getMore'];
  if (!(id instanceof Long))
    throw new DatabaseError(14, "BSON field 'getMore.getMore' is the wrong type, expected long");
  const ns = `${database}.${String(command['collection'])}`;
  return cursorAnswer(ns, engine.cursors.more(id.toBigInt(), ns, numberArgument(command, 'batchSize')), 'nextBatch');
}

export function killCursors({ command, engine }: CommandContext): Doc {
  const ids = listArgument(command, 'cursors')
    .filter(isNumeric)
    .map((id) => (id instanceof Long ? id.toBigInt() : BigInt(Number(id))));
  const killed = ids.map((id) => ({ id: Long.fromBigInt(id), found: engine.cursors.kill(id) }));
  const which = (found: boolean): Long[] => killed.filter((one) => one.found === found).map((one) => one.id);
  return { cursorsKilled: which(true), cursorsNotFound: which(false), cursorsAlive: [], cursorsUnknown: [] };
}
