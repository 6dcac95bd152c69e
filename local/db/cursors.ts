/** Open cursors: what is left of an answer that did not fit its first batch. */
import { DatabaseError } from './errors';
import { maxDocumentBytes } from './values';

export const idleCursorMs = 10 * 60_000;
const firstBatchSize = 101;

interface Cursor {
  namespace: string;
  rest: Iterator<Buffer>;
  close: () => void;
  lastUsed: number;
}

export interface Batch {
  documents: Buffer[];
  /** 0n when there is no more. */
  id: bigint;
}

export interface Source {
  documents: Iterator<Buffer>;
  /** Frees the snapshot it reads from. */
  close: () => void;
}

export interface Cursors {
  first(namespace: string, source: Source, batchSize: number | null, single: boolean): Batch;
  more(id: bigint, namespace: string, batchSize: number | null): Batch;
  kill(id: bigint): boolean;
  closeIdle(now: number): void;
  closeAll(): void;
}

export function openCursors(): Cursors {
  const cursors = new Map<bigint, Cursor>();
  let lastId = BigInt(Date.now());

  const kill = (id: bigint): boolean => {
    const cursor = cursors.get(id);
    cursor?.close();
    return cursors.delete(id);
  };
  return {
    first(namespace, source, batchSize, single) {
      try {
        const { documents, done } = take(source.documents, batchSize ?? firstBatchSize);
        if (done || single) {
          source.close();
          return { documents, id: 0n };
        }
        const id = ++lastId;
        cursors.set(id, { namespace, rest: source.documents, close: source.close, lastUsed: Date.now() });
        return { documents, id };
      } catch (error) {
        source.close();
        throw error;
      }
    },
    more(id, namespace, batchSize) {
      const cursor = cursors.get(id);
      if (!cursor || cursor.namespace !== namespace) throw new DatabaseError(43, `cursor id ${id} not found`);
      cursor.lastUsed = Date.now();
      const { documents, done } = take(cursor.rest, batchSize ?? Infinity);
      if (done) kill(id);
      return { documents, id: done ? 0n : id };
    },
    kill,
    closeIdle(now) {
      for (const [id, { lastUsed }] of cursors) if (now - lastUsed > idleCursorMs) kill(id);
    },
    closeAll() {
      for (const id of [...cursors.keys()]) kill(id);
    },
  };
}

/** Up to `count` documents and 16 MB; one document more is looked at only when the count is reached by getMore. */
function take(source: Iterator<Buffer>, count: number): { documents: Buffer[]; done: boolean } {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (documents.length < count && bytes < maxDocumentBytes) {
    const next = source.next();
    if (next.done) return { documents, done: true };
    documents.push(next.value);
    bytes += next.value.length;
  }
  return { documents, done: false };
}
