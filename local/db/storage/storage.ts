/**
 * LMDB with byte keys. Everything lives in one ordered table; a four-byte prefix tells collections and indexes apart.
 * Writes run inside `write`, one after another, and are acknowledged once their shared commit is on disk.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RangeOptions, type RootDatabase, type Transaction as LmdbSnapshot } from 'lmdb';
import { StartError, unreadable } from '../errors';
import { lockDirectory, type DataLock } from './lock';

export type { LmdbSnapshot };

/** Keys from `start` up to but without `end`; `reverse` gives the same keys, last first. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
  reverse?: boolean;
}

export interface Entry {
  key: Buffer;
  value: Buffer;
}

export interface Storage {
  get(key: Buffer, at?: LmdbSnapshot): Buffer | undefined;
  range(range: KeyRange, at?: LmdbSnapshot): Iterable<Entry>;
  /** Only within `write`. */
  put(key: Buffer, value: Buffer): void;
  /** Only within `write`. */
  remove(key: Buffer): void;
  /** Runs `work` atomically: all its changes are kept and durable, or, when it throws, none. */
  write<T>(work: () => T): Promise<T>;
  /** The committed state of this moment; call `done` on it in the end. */
  snapshot(): LmdbSnapshot;
  close(): Promise<void>;
}

export function openStorage(directory: string): Storage {
  const { lock, root } = openLocked(directory);
  let writing = false;

  const within = (at: LmdbSnapshot | undefined): { transaction?: LmdbSnapshot } => (at ? { transaction: at } : {});
  return {
    get: (key, at) => (writing && at ? getFromSnapshot(root, key, at) : root.get(key, within(at))),
    range: (range, at) => root.getRange({ ...inLmdbTerms(range), ...within(at) }),
    put: (key, value) => void root.put(key, value),
    remove: (key) => void root.remove(key),
    async write<T>(work: () => T): Promise<T> {
      const outcome = await root.childTransaction((): { value: T } => {
        writing = true;
        try {
          return { value: work() };
        } finally {
          writing = false;
        }
      });
      return outcome.value;
    },
    snapshot() {
      root.resetReadTxn();
      return root.useReadTransaction();
    },
    async close() {
      await root.close();
      lock.release();
    },
  };
}

/** Within a write `get` always reads what is being written; a range does read from a given snapshot. */
function getFromSnapshot(root: RootDatabase<Buffer, Buffer>, key: Buffer, at: LmdbSnapshot): Buffer | undefined {
  const range = { start: key, end: Buffer.concat([key, Buffer.from([0])]), limit: 1, transaction: at };
  for (const { value } of root.getRange(range)) return value;
  return undefined;
}

function inLmdbTerms({ start, end, reverse = false }: KeyRange): RangeOptions {
  return reverse ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse } : { start, end };
}

function openLocked(directory: string): { lock: DataLock; root: RootDatabase<Buffer, Buffer> } {
  const lock = lockOrExplain(directory);
  const path = join(directory, 'data.mdb');
  try {
    if (existsSync(path)) assertLmdbFile(path);
    const root = open<Buffer, Buffer>({
      path,
      keyEncoding: 'binary',
      encoding: 'binary',
      // Plain LMDB: a commit is on disk before anybody sees it.
      overlappingSync: false,
      maxReaders: 512,
    });
    return { lock, root };
  } catch (error) {
    lock.release();
    throw unreadable(directory, error);
  }
}

const lmdbMagic = 0xbeefc0de;
const magicAt = 24;

/** LMDB crashes the process on a file that is not its own. */
function assertLmdbFile(path: string): void {
  const head = Buffer.alloc(magicAt + 4);
  const file = openSync(path, 'r+');
  try {
    const read = readSync(file, head, 0, head.length, 0);
    if (read > 0 && head.readUInt32LE(magicAt) !== lmdbMagic) throw new Error('not an LMDB file');
  } finally {
    closeSync(file);
  }
}

function lockOrExplain(directory: string): DataLock {
  try {
    if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
    return lockDirectory(directory);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw unreadable(directory, error);
  }
}

/** The range of all keys that begin with `prefix`. */
export function under(prefix: Buffer): KeyRange {
  return { start: prefix, end: Buffer.concat([prefix, Buffer.from([0xff])]) };
}

export function tablePrefix(id: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(id);
  return prefix;
}
