/**
 * Multi-document transactions: reads from a snapshot, writes kept aside until the commit, first writer wins.
 * A lock is the name of a document or unique key that an open transaction has written.
 */
import { noSuchTransaction, writeConflict } from '../errors';
import type { Collection } from './catalog';
import { lockQueue } from './lock-queue';
import type { LmdbSnapshot, Storage } from './storage';

export const idleLimitMs = 60_000;

export interface Change {
  collection: Collection;
  idKey: Buffer;
  before: Buffer | null;
  after: Buffer | null;
}

export interface Transaction {
  number: bigint;
  state: 'open' | 'committed' | 'aborted';
  snapshot: LmdbSnapshot;
  /** By the name of the document. */
  changes: Map<string, Change>;
  /** Unique keys that this transaction's own documents hold, and by which _id. */
  uniqueKeys: Map<string, Buffer>;
  locks: Set<string>;
  lastUsed: number;
}

/** Thrown inside a storage write when a document is held by an open transaction; the command waits and goes on. */
export class Blocked extends Error {
  readonly lock: string;

  constructor(lock: string) {
    super(`held by an open transaction: ${lock}`);
    this.lock = lock;
  }
}

export interface Transactions {
  begin(session: string, number: bigint): Transaction;
  /** The open transaction of a session, or the error that tells the driver what became of it. */
  open(session: string, number: bigint): Transaction;
  find(session: string): Transaction | null;
  holder(lock: string): Transaction | null;
  hold(transaction: Transaction, lock: string): void;
  end(transaction: Transaction, state: 'committed' | 'aborted'): void;
  /** Resolves when the lock is free, or after `limitMs` at the latest; of many only one is woken at a time. */
  waitFor(lock: string, limitMs: number): Promise<void>;
  abortIdle(now: number): void;
  forget(session: string): void;
}

export function nameOf(collection: Collection, idKey: Buffer): string {
  return Buffer.concat([collection.table, idKey]).toString('latin1');
}

function newTransaction(number: bigint, snapshot: LmdbSnapshot): Transaction {
  const empty = { changes: new Map(), uniqueKeys: new Map(), locks: new Set<string>() };
  return { number, state: 'open', snapshot, ...empty, lastUsed: Date.now() };
}

export function openTransactions(storage: Storage): Transactions {
  const bySession = new Map<string, Transaction>();
  const holders = new Map<string, Transaction>();
  const queue = lockQueue();

  const end = (transaction: Transaction, state: 'committed' | 'aborted'): void => {
    if (transaction.state !== 'open') return;
    transaction.state = state;
    transaction.snapshot.done();
    transaction.changes.clear();
    for (const lock of transaction.locks) {
      holders.delete(lock);
      queue.release(lock);
    }
    transaction.locks.clear();
  };

  return {
    begin(session, number) {
      const earlier = bySession.get(session);
      if (earlier) end(earlier, 'aborted');
      const transaction = newTransaction(number, storage.snapshot());
      bySession.set(session, transaction);
      return transaction;
    },
    open(session, number) {
      const transaction = bySession.get(session);
      if (!transaction || transaction.number !== number || transaction.state === 'aborted')
        throw noSuchTransaction(number);
      transaction.lastUsed = Date.now();
      return transaction;
    },
    find: (session) => bySession.get(session) ?? null,
    holder: (lock) => holders.get(lock) ?? null,
    hold(transaction, lock) {
      const holder = holders.get(lock);
      if (holder && holder !== transaction) throw writeConflict();
      holders.set(lock, transaction);
      transaction.locks.add(lock);
    },
    end,
    waitFor: (lock, limitMs) => (holders.has(lock) ? queue.wait(lock, limitMs) : Promise.resolve()),
    abortIdle(now) {
      for (const transaction of bySession.values())
        if (now - transaction.lastUsed > idleLimitMs) end(transaction, 'aborted');
    },
    forget(session) {
      const transaction = bySession.get(session);
      if (transaction) end(transaction, 'aborted');
      bySession.delete(session);
    },
  };
}
