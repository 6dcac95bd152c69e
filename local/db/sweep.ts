/** What happens by itself: expired documents go, idle transactions and cursors end, old retry records are forgotten. */
import type { Engine } from './engine';
import { encodeValue } from './key-encoding';
import { typeRank } from './order';
import type { Collection, Index } from './storage/catalog';
import { Blocked } from './storage/transactions';
import { decodePlain } from './values';
import { indexValuesAt } from './query/paths';

const idleCheckMs = 5_000;
/** As often as the server's own TTL monitor. */
const expiryCheckMs = 60_000;
const expiredPerWrite = 1_000;

/** Starts the timers; the function it gives stops them and waits for a sweep under way. */
export function startSweeping(engine: Engine, log: (message: string) => void): () => Promise<void> {
  let running = Promise.resolve();
  const idle = setInterval(() => {
    engine.transactions.abortIdle(Date.now());
    engine.cursors.closeIdle(Date.now());
  }, idleCheckMs);
  const expiry = setInterval(() => {
    running = running.then(() => sweepExpired(engine, Date.now())).catch((error: unknown) => log(String(error)));
  }, expiryCheckMs);
  idle.unref();
  expiry.unref();
  return () => {
    clearInterval(idle);
    clearInterval(expiry);
    return running;
  };
}

export async function sweepExpired(engine: Engine, now: number): Promise<void> {
  await engine.sessions.sweep(now);
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === null) continue;
      const before = new Date(now - index.expireAfterSeconds * 1000);
      while ((await engine.storage.write(() => removeExpired(engine, collection, index, before))) === expiredPerWrite);
    }
  }
}

/** Reads only what has expired: dates from the beginning up to `before`. */
function removeExpired(engine: Engine, collection: Collection, index: Index, before: Date): number {
  const [field] = index.fields;
  if (!field || field.descending) return 0;
  const range = {
    start: Buffer.concat([index.table, Buffer.from([typeRank.date])]),
    end: Buffer.concat([index.table, encodeValue(before)]),
  };
  let removed = 0;
  for (const { value: idKey } of [...engine.storage.range(range)].slice(0, expiredPerWrite)) {
    const bytes = engine.documents.read(collection, idKey, null);
    if (!bytes || !indexValuesAt(decodePlain(bytes), field.parts).values.some((value) => value instanceof Date))
      continue;
    try {
      engine.documents.write({ collection, idKey, before: bytes, after: null }, null);
      removed++;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error; // held by a transaction: next time
    }
  }
  return removed;
}
