/** Retryable writes: what a session's last numbered write answered, so that a repetition gets the same answer. */
import { Long } from 'bson';
import { DatabaseError } from './errors';
import { decodeTyped, type Doc, encodeDoc, isDoc } from './values';
import { type Storage, tablePrefix, under } from './storage/storage';

/** As long as the server keeps a session; a driver retries within seconds. */
export const keptForMs = 30 * 60_000;

const table = tablePrefix(1);

export interface RetryRecord {
  number: bigint;
  results: Doc;
}

export interface Sessions {
  /** The record for this write; fails when a newer one was already seen. */
  record(session: string, number: bigint): RetryRecord;
  /** Within the storage write that also makes the change. */
  save(session: string, record: RetryRecord): void;
  sweep(now: number): Promise<void>;
}

function keyOf(session: string): Buffer {
  return Buffer.concat([table, Buffer.from(session, 'hex')]);
}

export function openSessions(storage: Storage): Sessions {
  return {
    record(session, number) {
      const bytes = storage.get(keyOf(session));
      const stored = bytes ? decodeTyped(bytes) : null;
      const seen = stored && stored['n'] instanceof Long ? stored['n'].toBigInt() : -1n;
      if (seen > number) {
        throw new DatabaseError(
          225,
          `Retryable write with txnNumber ${number} is prohibited on session because a newer retryable write with txnNumber ${seen} has already started.`,
        );
      }
      const results = seen === number && isDoc(stored?.['results']) ? stored['results'] : {};
      return { number, results };
    },
    save(session, { number, results }) {
      storage.put(keyOf(session), encodeDoc({ n: Long.fromBigInt(number), at: new Date(), results }));
    },
    async sweep(now) {
      const old = [...storage.range(under(table))].filter(({ value }) => {
        const { at } = decodeTyped(value);
        return at instanceof Date && now - at.getTime() > keptForMs;
      });
      if (old.length) await storage.write(() => old.forEach(({ key }) => storage.remove(key)));
    },
  };
}
