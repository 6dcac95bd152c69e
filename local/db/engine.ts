/** Everything that a command works with. */
import { evaluate } from './aggregate/expressions';
import { type Cursors, openCursors } from './cursors';
import { unreadable } from './errors';
import { parseFilter } from './query/filter';
import { compileFilter, type Predicate } from './query/match';
import type { Counters } from './query/scan';
import { openSessions, type Sessions } from './sessions';
import { type Catalog, type Index, openCatalog } from './storage/catalog';
import { type Documents, openDocuments } from './storage/documents';
import { openStorage, type Storage } from './storage/storage';
import { openTransactions, type Transactions } from './storage/transactions';

export interface Engine {
  storage: Storage;
  catalog: Catalog;
  transactions: Transactions;
  documents: Documents;
  sessions: Sessions;
  cursors: Cursors;
  /** Read since the start: index keys and documents. */
  examined: Counters;
  /** The filter of a partial index, compiled. */
  partOf(index: Pick<Index, 'partial'>): Predicate | null;
}

export function openEngine(directory: string): Engine {
  const storage = openStorage(directory);
  const catalog = readCatalog(storage, directory);
  const transactions = openTransactions(storage);
  const compiled = new WeakMap<object, Predicate>();
  const partOf = ({ partial }: Pick<Index, 'partial'>): Predicate | null => {
    if (!partial) return null;
    const predicate = compiled.get(partial) ?? compileFilter(parseFilter(partial), evaluate);
    compiled.set(partial, predicate);
    return predicate;
  };
  return {
    storage,
    catalog,
    transactions,
    documents: openDocuments({ storage, catalog, transactions, partOf }),
    sessions: openSessions(storage),
    cursors: openCursors(),
    examined: { keys: 0, docs: 0 },
    partOf,
  };
}

function readCatalog(storage: Storage, directory: string): Catalog {
  try {
    return openCatalog(storage);
  } catch (error) {
    void storage.close();
    throw unreadable(directory, error);
  }
}
