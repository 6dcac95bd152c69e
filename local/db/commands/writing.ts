/** Runs a step of a write command, again and again while an open transaction holds a document that it needs. */
import { DatabaseError, writeConflict } from '../errors';
import type { Collection } from '../storage/catalog';
import { Blocked, type Transaction } from '../storage/transactions';
import { collectionName, type CommandContext } from './context';

/** How long a write waits for a transaction to end; an idle one is ended after a minute. */
const patienceMs = 30_000;
/**
 * A transaction that waits could at best succeed when the other one aborts; and while it waits it keeps a connection of
 * the client's pool, which the other one may need for its commit.
 */
const transactionPatienceMs = 10;

type Outcome<T> = { value: T } | { blocked: Blocked } | { error: DatabaseError };

/**
 * `step` runs within one storage write. What it wrote before it threw a DatabaseError or was blocked stays, as on the
 * server, where each document is changed on its own; so `step` goes on where it was when it is called again.
 */
export async function writing<T>({ engine, transaction }: CommandContext, step: () => T): Promise<T> {
  const deadline = Date.now() + (transaction ? transactionPatienceMs : patienceMs);
  for (;;) {
    const outcome = await engine.storage.write(() => attempt(step));
    if ('value' in outcome) return outcome.value;
    if ('error' in outcome) throw outcome.error;
    const left = deadline - Date.now();
    if (left <= 0 || !mayWait(transaction)) {
      throw transaction
        ? writeConflict()
        : new DatabaseError(112, 'A document is held by a transaction that does not end');
    }
    await engine.transactions.waitFor(outcome.blocked.lock, left);
  }
}

/** Who holds nothing can wait without making others wait in a circle. */
function mayWait(transaction: Transaction | null): boolean {
  return !transaction || transaction.locks.size === 0;
}

function attempt<T>(step: () => T): Outcome<T> {
  try {
    return { value: step() };
  } catch (error) {
    if (error instanceof Blocked) return { blocked: error };
    if (error instanceof DatabaseError) return { error };
    throw error;
  }
}

/** The collection, made on the first write to it. */
export async function ensureCollection(context: CommandContext): Promise<Collection> {
  const { engine, database } = context;
  const name = collectionName(context);
  const make = (): Collection => engine.catalog.find(database, name) ?? engine.catalog.create(database, name);
  return engine.catalog.find(database, name) ?? engine.storage.write(make);
}
