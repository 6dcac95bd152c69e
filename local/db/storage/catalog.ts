/** What exists: databases, collections and their indexes; kept in memory and, entry by entry, in the storage. */
import { DatabaseError } from '../errors';
import { decodePlain, type Doc, encodeDoc, isDoc } from '../values';
import { type Storage, tablePrefix, under } from './storage';

export interface IndexField {
  path: string;
  parts: readonly string[];
  descending: boolean;
}

export interface Index {
  name: string;
  table: Buffer;
  fields: readonly IndexField[];
  unique: boolean;
  sparse: boolean;
  partial: Doc | null;
  expireAfterSeconds: number | null;
  /** Fields in which some document has or had an array. */
  multikey: ReadonlySet<string>;
}

export interface Collection {
  database: string;
  name: string;
  /** Where the documents are, by encoded _id. */
  table: Buffer;
  indexes: readonly Index[];
}

export interface Catalog {
  databases(): string[];
  collections(database: string): Collection[];
  find(database: string, name: string): Collection | null;
  all(): Collection[];
  /** The following only within a storage write. */
  create(database: string, name: string): Collection;
  drop(collection: Collection): void;
  /** `build` enters the documents there are; when it fails the index does not exist. */
  addIndex(collection: Collection, index: Omit<Index, 'table' | 'multikey'>, build: (index: Index) => string[]): void;
  dropIndex(collection: Collection, index: Index): void;
  markMultikey(collection: Collection, index: Index, paths: readonly string[]): void;
}

const catalogTable = tablePrefix(0);
const counterKey = Buffer.concat([catalogTable, Buffer.from([0])]);
const firstTable = 16;

export function keyPattern(index: Pick<Index, 'fields'>): Record<string, 1 | -1> {
  return Object.fromEntries(index.fields.map(({ path, descending }) => [path, descending ? -1 : 1]));
}

export function indexFields(pattern: Doc): IndexField[] {
  return Object.entries(pattern).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: Number(direction) < 0,
  }));
}

function entryKey(collection: Collection): Buffer {
  return Buffer.concat([catalogTable, Buffer.from(`\u0001${collection.database}\0${collection.name}`)]);
}

function encodeEntry(collection: Collection): Buffer {
  return encodeDoc({
    database: collection.database,
    name: collection.name,
    table: collection.table.readUInt32BE(),
    indexes: collection.indexes.map((index) => ({
      ...index,
      table: index.table.readUInt32BE(),
      fields: Object.entries(keyPattern(index)).map(([path, direction]) => ({ path, direction })),
      partial: index.partial,
      multikey: [...index.multikey],
    })),
  });
}

function decodeIndex(entry: unknown): Index {
  if (!isDoc(entry) || !Array.isArray(entry['fields']) || !Array.isArray(entry['multikey']))
    throw new Error('Damaged catalog');
  const pattern = Object.fromEntries(
    entry['fields'].filter(isDoc).map(({ path, direction }) => [String(path), direction]),
  );
  return {
    name: String(entry['name']),
    table: tablePrefix(Number(entry['table'])),
    fields: indexFields(pattern),
    unique: entry['unique'] === true,
    sparse: entry['sparse'] === true,
    partial: isDoc(entry['partial']) ? entry['partial'] : null,
    expireAfterSeconds: typeof entry['expireAfterSeconds'] === 'number' ? entry['expireAfterSeconds'] : null,
    multikey: new Set(entry['multikey'].map(String)),
  };
}

function decodeEntry(bytes: Buffer): Collection {
  const { database, name, table, indexes } = decodePlain(bytes);
  if (!Array.isArray(indexes)) throw new Error('Damaged catalog');
  return {
    database: String(database),
    name: String(name),
    table: tablePrefix(Number(table)),
    indexes: indexes.map(decodeIndex),
  };
}

/** Documents by _id are themselves the index that the server calls _id_. */
export function idIndex(collection: Pick<Collection, 'table'>): Index {
  const fields = indexFields({ _id: 1 });
  const rest = { sparse: false, partial: null, expireAfterSeconds: null, multikey: new Set<string>() };
  return { name: '_id_', table: collection.table, fields, unique: true, ...rest };
}

export function openCatalog(storage: Storage): Catalog {
  const known = new Map<string, Map<string, Collection>>();
  const remember = (collection: Collection): void => {
    const database = known.get(collection.database) ?? new Map<string, Collection>();
    known.set(collection.database, database.set(collection.name, collection));
  };
  for (const { key, value } of storage.range(under(catalogTable))) if (key[4] === 1) remember(decodeEntry(value));

  const nextTable = (): Buffer => {
    const id = storage.get(counterKey)?.readUInt32BE() ?? firstTable;
    storage.put(counterKey, tablePrefix(id + 1));
    return tablePrefix(id);
  };
  const save = (collection: Collection): void => storage.put(entryKey(collection), encodeEntry(collection));
  const clear = (table: Buffer): void => {
    for (const key of [...storage.range(under(table))].map((entry) => entry.key)) storage.remove(key);
  };
  const setIndexes = (collection: Collection, indexes: readonly Index[]): void => {
    collection.indexes = indexes;
    save(collection);
  };

  return {
    databases: () => [...known.keys()].sort(),
    collections: (database) => [...(known.get(database)?.values() ?? [])],
    find: (database, name) => known.get(database)?.get(name) ?? null,
    all: () => [...known.values()].flatMap((database) => [...database.values()]),
    create(database, name) {
      assertName(database, name);
      const table = nextTable();
      const collection = { database, name, table, indexes: [idIndex({ table })] };
      save(collection);
      remember(collection);
      return collection;
    },
    drop(collection) {
      for (const index of collection.indexes) clear(index.table);
      storage.remove(entryKey(collection));
      const database = known.get(collection.database);
      database?.delete(collection.name);
      if (!database?.size) known.delete(collection.database);
    },
    addIndex(collection, spec, build) {
      const index = { ...spec, table: nextTable(), multikey: new Set<string>() };
      index.multikey = new Set(build(index));
      setIndexes(collection, [...collection.indexes, index]);
    },
    dropIndex(collection, index) {
      clear(index.table);
      setIndexes(
        collection,
        collection.indexes.filter((one) => one !== index),
      );
    },
    markMultikey(collection, index, paths) {
      index.multikey = new Set([...index.multikey, ...paths]);
      save(collection);
    },
  };
}

function assertName(database: string, name: string): void {
  if (!/^[^\0/\\. "$*<>:|?]{1,63}$/.test(database)) throw new DatabaseError(73, `Invalid database name: '${database}'`);
  if (!name || /[\0$]/.test(name) || name.startsWith('.') || name.length > 200) {
    throw new DatabaseError(73, `Invalid collection name: ${name}`);
  }
}
