/** Databases, collections and indexes: made, listed, dropped. */
import { DatabaseError, notSupported } from '../errors';
import { parseFilter } from '../query/filter';
import { compileFilter } from '../query/match';
import { evaluate } from '../aggregate/expressions';
import { isArrayIndex } from '../query/paths';
import { type Collection, type Index, indexFields, keyPattern } from '../storage/catalog';
import { buildIndex } from '../storage/indexes';
import { under } from '../storage/storage';
import { type Doc, encodeDoc, isDoc, isNumeric, numberOf, toPlain } from '../values';
import {
  collectionName,
  type CommandContext,
  findCollection,
  listArgument,
  namespace,
  numberArgument,
} from './context';
import { cursorAnswer } from './find';
import { ensureCollection } from './writing';

function list(context: CommandContext, ns: string, docs: readonly Doc[]): Doc {
  const { cursor } = context.command;
  const batchSize = isDoc(cursor) ? numberArgument(cursor, 'batchSize') : null;
  const source = { documents: docs.map(encodeDoc).values(), close: () => undefined };
  return cursorAnswer(ns, context.engine.cursors.first(ns, source, batchSize, docs.length <= (batchSize ?? 101)));
}

export async function create(context: CommandContext): Promise<Doc> {
  const unsupported = ['capped', 'timeseries', 'viewOn', 'validator', 'collation', 'clusteredIndex'].find(
    (option) => context.command[option],
  );
  if (unsupported) throw notSupported(`create with '${unsupported}'`);
  if (findCollection(context)) throw new DatabaseError(48, `Collection ${namespace(context)} already exists.`);
  await ensureCollection(context);
  return {};
}

export async function drop(context: CommandContext): Promise<Doc> {
  const collection = findCollection(context);
  if (!collection) return {};
  await context.engine.storage.write(() => context.engine.catalog.drop(collection));
  return { ns: namespace(context), nIndexesWas: collection.indexes.length };
}

export async function dropDatabase({ engine, database }: CommandContext): Promise<Doc> {
  await engine.storage.write(() =>
    engine.catalog.collections(database).forEach((collection) => engine.catalog.drop(collection)),
  );
  return { dropped: database };
}

export function listDatabases({ engine, command }: CommandContext): Doc {
  const { filter } = command;
  const matches = filter === undefined ? () => true : compileFilter(parseFilter(filter), evaluate);
  const databases = engine.catalog.databases().map((name) => ({ name, sizeOnDisk: 0, empty: false }));
  return { databases: databases.filter(matches), totalSize: 0 };
}

export function listCollections(context: CommandContext): Doc {
  const { command, database, engine } = context;
  const matches = compileFilter(parseFilter(command['filter'] ?? {}), evaluate);
  const docs = engine.catalog
    .collections(database)
    .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false } }));
  return list(context, `${database}.$cmd.listCollections`, docs.filter(matches));
}

function describe(index: Index): Doc {
  return {
    v: 2,
    key: keyPattern(index),
    name: index.name,
    ...(index.unique && index.name !== '_id_' ? { unique: true } : {}),
    ...(index.sparse ? { sparse: true } : {}),
    ...(index.partial ? { partialFilterExpression: index.partial } : {}),
    ...(index.expireAfterSeconds === null ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
  };
}

export function listIndexes(context: CommandContext): Doc {
  const collection = findCollection(context);
  if (!collection) throw new DatabaseError(26, `ns does not exist: ${namespace(context)}`);
  return list(context, namespace(context), collection.indexes.map(describe));
}

type IndexSpec = Parameters<CommandContext['engine']['catalog']['addIndex']>[1];

const indexOptions = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
]);

function parseIndex(spec: unknown): IndexSpec {
  if (!isDoc(spec) || !isDoc(spec['key']))
    throw new DatabaseError(9, "The 'key' field is a required property of an index specification");
  const unknown = Object.keys(spec).find((option) => !indexOptions.has(option));
  if (unknown) throw new DatabaseError(197, `The field '${unknown}' is not valid for an index specification`);
  const key = toPlain(spec['key']);
  if (!isDoc(key) || !Object.keys(key).length) throw new DatabaseError(67, 'Index keys cannot be an empty object');
  for (const [path, direction] of Object.entries(key)) assertIndexField(path, direction);
  const { name, unique, sparse, partialFilterExpression: partial, expireAfterSeconds: ttl } = spec;
  if (partial !== undefined && sparse === true)
    throw new DatabaseError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
  const plainPartial = partial === undefined ? null : toPlain(partial);
  if (plainPartial !== null) compileFilter(parseFilter(plainPartial), evaluate);
  if (ttl !== undefined && (!isNumeric(ttl) || Object.keys(key).length !== 1))
    throw new DatabaseError(67, 'TTL indexes are single-field indexes with a number of seconds');
  return {
    name: typeof name === 'string' && name ? name : Object.entries(key).flat().join('_'),
    fields: indexFields(key),
    unique: unique === true,
    sparse: sparse === true,
    partial: isDoc(plainPartial) ? plainPartial : null,
    expireAfterSeconds: isNumeric(ttl) ? numberOf(ttl) : null,
  };
}

function assertIndexField(path: string, direction: unknown): void {
  if (typeof direction === 'string') throw notSupported(`An index of kind '${direction}'`);
  if (typeof direction !== 'number' || !direction)
    throw new DatabaseError(67, `Values in the index key pattern must be 1 or -1: ${path}`);
  if (path.split('.').some((part) => !part || part.startsWith('$')))
    throw new DatabaseError(67, `Index key contains an illegal field name: ${path}`);
  if (path.split('.').some(isArrayIndex)) throw notSupported(`An index on '${path}'`);
}

/** Whether the index is there already; the same name or key with other options is an error. */
function exists({ indexes }: Collection, wanted: IndexSpec): boolean {
  const same = (a: unknown, b: unknown): boolean => encodeDoc({ a }).equals(encodeDoc({ a: b }));
  const shape = (index: IndexSpec): Doc => ({
    ...describe({ ...index, table: Buffer.alloc(0), multikey: new Set() }),
    name: '',
  });
  const key = (index: IndexSpec): unknown => Object.entries(keyPattern(index));
  for (const index of indexes) {
    if (index.name === '_id_' && same(key(index), key(wanted))) return true;
    if (index.name !== wanted.name && !(same(key(index), key(wanted)) && same(index.partial, wanted.partial))) continue;
    if (!same(key(index), key(wanted)))
      throw new DatabaseError(86, `An existing index has the same name as the requested index: ${wanted.name}`);
    if (!same(shape(index), shape(wanted)))
      throw new DatabaseError(
        index.name === wanted.name ? 86 : 85,
        `Index already exists with different options: ${index.name}`,
      );
    if (index.name !== wanted.name)
      throw new DatabaseError(85, `Index already exists with a different name: ${index.name}`);
    return true;
  }
  return false;
}

export async function createIndexes(context: CommandContext): Promise<Doc> {
  const { engine } = context;
  const specs = listArgument(context.command, 'indexes').map(parseIndex);
  const createdCollectionAutomatically = !findCollection(context);
  const collection = await ensureCollection(context);
  const numIndexesBefore = collection.indexes.length;
  for (const spec of specs) {
    if (exists(collection, spec)) continue;
    await engine.storage.write(() =>
      engine.catalog.addIndex(collection, spec, (index) =>
        buildIndex(engine.storage, collection, index, engine.partOf(index)),
      ),
    );
  }
  return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically };
}

export async function dropIndexes(context: CommandContext): Promise<Doc> {
  const { engine, command } = context;
  const collection = findCollection(context);
  if (!collection) throw new DatabaseError(26, `ns not found ${namespace(context)}`);
  const nIndexesWas = collection.indexes.length;
  const wanted = Array.isArray(command['index']) ? command['index'] : [command['index']];
  const dropped = wanted.flatMap((one: unknown) => chosenIndexes(collection, one));
  await engine.storage.write(() => dropped.forEach((index) => engine.catalog.dropIndex(collection, index)));
  return { nIndexesWas };
}

function chosenIndexes(collection: Collection, wanted: unknown): Index[] {
  const droppable = collection.indexes.filter(({ name }) => name !== '_id_');
  if (wanted === '*') return droppable;
  if (wanted === '_id_') throw new DatabaseError(72, 'cannot drop _id index');
  const key = isDoc(wanted) ? JSON.stringify(toPlain(wanted)) : null;
  const found = droppable.filter((index) =>
    key === null ? index.name === wanted : JSON.stringify(keyPattern(index)) === key,
  );
  if (!found.length) throw new DatabaseError(27, `index not found with name [${String(wanted)}]`);
  return found;
}

export function collStats(context: CommandContext): Doc {
  const collection = findCollection(context);
  let [count, size] = [0, 0];
  for (const { value } of collection ? context.engine.storage.range(under(collection.table)) : []) {
    count++;
    size += value.length;
  }
  return {
    ns: `${context.database}.${collectionName(context)}`,
    count,
    size,
    nindexes: collection?.indexes.length ?? 0,
  };
}
