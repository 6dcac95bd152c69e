/**
 * The one connection. Functions speak MongoDB through the official driver and nothing else; MONGODB_URI names it.
 * Connecting also makes the indexes, which is cheap when they are there.
 */
import {
  MongoClient,
  MongoServerError,
  type ClientSession,
  type Collection,
  type Db,
  type Document,
  type IndexDescription,
} from 'mongodb';
import { isDuplicateKey } from './duplicate-key';
import { gate } from './gate';

/** A transaction's session, passed to every read and write that belongs to it. */
export type Tx = ClientSession;

interface Connection {
  client: MongoClient;
  db: Db;
}

let connection: Promise<Connection> | undefined;
const indexes = new Map<string, IndexDescription[]>();

/** Declares a collection and its indexes; the answer reads the collection of the current connection. */
export function collection<Doc extends Document>(
  name: string,
  described: IndexDescription[],
): () => Promise<Collection<Doc>> {
  indexes.set(name, described);
  return async () => (await open()).db.collection<Doc>(name);
}

const NAMESPACE_EXISTS = 48;

/** Two transactions that are the first to write to a collection would both create it, and one would break off. */
async function createMissing(db: Db): Promise<void> {
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const name of [...indexes.keys()].filter((declared) => !there.has(declared))) {
    await db.createCollection(name).catch((error: unknown) => {
      if (!(error instanceof MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error;
    });
  }
}

const INDEX_OPTIONS_CONFLICT = 85;
const INDEX_KEY_SPECS_CONFLICT = 86;

/** An earlier version of the product may have left an index of the same name that was another one. */
async function createIndexes(indexed: Collection, described: IndexDescription[]): Promise<void> {
  try {
    await indexed.createIndexes(described);
  } catch (error) {
    const conflicts = [INDEX_OPTIONS_CONFLICT, INDEX_KEY_SPECS_CONFLICT];
    if (!(error instanceof MongoServerError) || !conflicts.includes(Number(error.code))) throw error;
    const there = new Map((await indexed.indexes()).map((index) => [index.name, JSON.stringify(index.key)]));
    for (const { name, key } of described) {
      const old = name === undefined ? undefined : there.get(name);
      if (name !== undefined && old !== undefined && old !== JSON.stringify(key)) await indexed.dropIndex(name);
    }
    await indexed.createIndexes(described);
  }
}

async function connect(uri: string, name: string): Promise<Connection> {
  const client = new MongoClient(uri, { ignoreUndefined: true, maxPoolSize: 50, serverSelectionTimeoutMS: 10_000 });
  await client.connect();
  const db = client.db(name);
  await createMissing(db);
  for (const [collectionName, described] of indexes) {
    if (described.length > 0) await createIndexes(db.collection(collectionName), described);
  }
  return { client, db };
}

/** Connects once for each process; throws when MONGODB_URI is missing. A failed connection is tried again next time. */
export function open(
  uri = process.env.MONGODB_URI,
  name = process.env.MONGODB_DATABASE ?? 'weixinyuan',
): Promise<Connection> {
  if (connection) return connection;
  if (!uri) throw new Error('MONGODB_URI is not set');
  connection = connect(uri, name).catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

export async function close(): Promise<void> {
  const open = connection;
  connection = undefined;
  if (open) await (await open).client.close();
}

// An open transaction holds a connection of the server while it waits for others: a crowd of them, all waiting, would
// leave none to finish with. Sixteen at once are as quick as two hundred, which mostly meet each other's conflicts.
const transactions = gate(16);

const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction: all of it is written or nothing. `work` runs again when another writer was first,
 * so it must read what it depends on through `tx`.
 */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { client } = await open();
  return transactions(async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await client.withSession((session) => session.withTransaction(() => work(session)));
      } catch (error) {
        // The other document may have been written since this attempt began and is only now there to be read: `work`
        // finds it the next time. A duplicate that is there from the start comes back and is the caller's to explain.
        if (attempt === ATTEMPTS || !isDuplicateKey(error)) throw error;
      }
    }
  });
}

/** Name and version of the engine, for GET /health. */
export async function engine(): Promise<{ database: string; version: string }> {
  const { db } = await open();
  const info = await db.admin().command({ buildInfo: 1 });
  return { database: db.databaseName, version: String(info.version) };
}
