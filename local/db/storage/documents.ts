/** The one place where a document changes: with its index entries, its unique keys and the locks of transactions. */
import { writeConflict } from '../errors';
import type { Predicate } from '../query/match';
import { decodePlain } from '../values';
import type { Catalog, Collection, Index } from './catalog';
import { duplicateKey, entryKey, type IndexKeys, keysFor, otherHolder } from './indexes';
import type { Storage } from './storage';
import { Blocked, type Change, nameOf, type Transaction, type Transactions } from './transactions';

export interface Documents {
  /** The document as this transaction, or everybody, sees it now. */
  read(collection: Collection, idKey: Buffer, transaction: Transaction | null): Buffer | null;
  /** Within a storage write. `before` is the document the change was computed from; null inserts, `after` null deletes. */
  write(change: Change, transaction: Transaction | null): void;
  /** Within a storage write: applies what the transaction kept aside. */
  commit(transaction: Transaction): void;
}

export interface Stores {
  storage: Storage;
  catalog: Catalog;
  transactions: Transactions;
  /** The filter of a partial index, compiled. */
  partOf: (index: Index) => Predicate | null;
}

interface IndexChange {
  index: Index;
  removed: readonly Buffer[];
  added: readonly Buffer[];
  arrays: readonly string[];
}

const nothing: IndexKeys = { keys: [], arrays: [] };

export function openDocuments(stores: Stores): Documents {
  const { storage, transactions } = stores;
  return {
    read(collection, idKey, transaction) {
      const changed = transaction?.changes.get(nameOf(collection, idKey));
      if (changed) return changed.after;
      return storage.get(recordKey(collection, idKey), transaction?.snapshot) ?? null;
    },
    write(change, transaction) {
      const name = nameOf(change.collection, change.idKey);
      const holder = transactions.holder(name);
      if (holder && holder !== transaction) throw new Blocked(name);
      if (transaction) keepAside(stores, change, transaction);
      else writeNow(stores, change);
    },
    commit(transaction) {
      const changes = [...transaction.changes.values()].map((change) => ({
        change,
        indexes: changesFor(stores, change),
      }));
      // A unique key may move from one document to another: entries go before they come.
      for (const { change, indexes } of changes) {
        for (const { removed } of indexes)
          for (const key of removed) storage.remove(Buffer.concat([key, change.idKey]));
      }
      for (const { change, indexes } of changes)
        put(
          stores,
          change,
          indexes.map((one) => ({ ...one, removed: [] })),
        );
    },
  };
}

function recordKey(collection: Collection, idKey: Buffer): Buffer {
  return Buffer.concat([collection.table, idKey]);
}

function changesFor({ partOf }: Stores, { collection, before, after }: Omit<Change, 'idKey'>): IndexChange[] {
  const secondary = collection.indexes.filter((index) => index.name !== '_id_');
  if (!secondary.length) return [];
  const [old, fresh] = [before && decodePlain(before), after && decodePlain(after)];
  return secondary.map((index) => {
    const was = old ? keysFor(index, old, partOf(index)) : nothing;
    const is = fresh ? keysFor(index, fresh, partOf(index)) : nothing;
    return { index, removed: without(was.keys, is.keys), added: without(is.keys, was.keys), arrays: is.arrays };
  });
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  if (!others.length) return [...keys];
  const known = new Set(others.map((other) => other.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
}

function put(
  { storage, catalog }: Stores,
  { collection, idKey, after }: Change,
  changes: readonly IndexChange[],
): void {
  const added = changes.flatMap((change) => change.added.map((key) => entryKey(key, idKey)));
  const key = entryKey(collection.table, idKey);
  for (const { index, arrays } of changes) {
    if (arrays.some((path) => !index.multikey.has(path))) catalog.markMultikey(collection, index, arrays);
  }
  for (const change of changes) for (const gone of change.removed) storage.remove(Buffer.concat([gone, idKey]));
  for (const entry of added) storage.put(entry, idKey);
  if (after) storage.put(key, after);
  else storage.remove(key);
}

function refuseDuplicate(change: Change, index: Index): never {
  throw duplicateKey(change.collection, index, decodePlain(change.after ?? Buffer.alloc(0)));
}

interface UniqueKey {
  index: Index;
  key: Buffer;
}

function newUniqueKeys(changes: readonly IndexChange[]): UniqueKey[] {
  return changes
    .filter(({ index }) => index.unique)
    .flatMap(({ index, added }) => added.map((key) => ({ index, key })));
}

function writeNow(stores: Stores, change: Change): void {
  const { storage, transactions } = stores;
  const { collection, idKey, before } = change;
  if (!before && storage.get(recordKey(collection, idKey))) refuseDuplicate(change, firstIndex(collection));
  const changes = changesFor(stores, change);
  for (const { index, key } of newUniqueKeys(changes)) {
    const lock = key.toString('latin1');
    if (transactions.holder(lock)) throw new Blocked(lock);
    const other = otherHolder(storage, key, idKey);
    if (!other) continue;
    if (transactions.holder(nameOf(collection, other))) throw new Blocked(nameOf(collection, other));
    refuseDuplicate(change, index);
  }
  put(stores, change, changes);
}

function keepAside(stores: Stores, change: Change, transaction: Transaction): void {
  const { storage, transactions } = stores;
  const { collection, idKey } = change;
  const name = nameOf(collection, idKey);
  const key = recordKey(collection, idKey);
  const earlier = transaction.changes.get(name);
  const current = storage.get(key);
  if (!earlier && !sameBytes(storage.get(key, transaction.snapshot), current)) throw writeConflict();
  if (!change.before && (earlier ? earlier.after : current)) refuseDuplicate(change, firstIndex(collection));
  const changes = changesFor(stores, change);
  const taken = newUniqueKeys(changes);
  for (const unique of taken) assertFree(stores, change, unique, transaction);
  changes.forEach(({ added }) => added.forEach((one) => entryKey(one, idKey)));
  transactions.hold(transaction, name);
  for (const { removed } of changes) for (const one of removed) transaction.uniqueKeys.delete(one.toString('latin1'));
  for (const unique of taken) {
    transactions.hold(transaction, unique.key.toString('latin1'));
    transaction.uniqueKeys.set(unique.key.toString('latin1'), idKey);
  }
  transaction.changes.set(name, { ...change, before: earlier ? earlier.before : (current ?? null) });
}

function sameBytes(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a && b ? a.equals(b) : a === b;
}

/** Within a transaction a key is taken by its own documents, by what it saw, or, which is a conflict, by what came since. */
function assertFree(
  { storage, transactions }: Stores,
  change: Change,
  { index, key }: UniqueKey,
  transaction: Transaction,
): void {
  const lock = key.toString('latin1');
  const holder = transactions.holder(lock);
  if (holder && holder !== transaction) throw new Blocked(lock);
  const own = transaction.uniqueKeys.get(lock);
  if (own && !own.equals(change.idKey)) refuseDuplicate(change, index);
  const other = otherHolder(storage, key, change.idKey);
  if (!other || transaction.changes.has(nameOf(change.collection, other))) return;
  if (
    transactions.holder(nameOf(change.collection, other)) ||
    !otherHolder(storage, key, change.idKey, transaction.snapshot)
  ) {
    throw writeConflict();
  }
  refuseDuplicate(change, index);
}

function firstIndex(collection: Collection): Index {
  const [index] = collection.indexes;
  if (!index) throw new Error(`${collection.name} has no _id index`);
  return index;
}
