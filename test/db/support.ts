import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, type Document, MongoClient, type MongoServerError, type ObjectId } from 'mongodb';
import { type RunningDatabase, startDatabase } from '../../local/db/server';

export interface TestDatabase {
  server: RunningDatabase;
  client: MongoClient;
  db: Db;
  directory: string;
  stop(): Promise<void>;
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'wish-db-'));
}

/** The embedded database in a directory of its own, with a driver connected to it. */
export async function startTestDatabase(directory = temporaryDirectory()): Promise<TestDatabase> {
  const server = await startDatabase({ directory, log: (message) => console.error(message) });
  const client = await new MongoClient(server.uri).connect();
  const stop = async (): Promise<void> => {
    await client.close();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { server, client, db: client.db('town'), directory, stop };
}

/** A document with whatever fields a test gives it. */
export interface Row {
  _id?: number | ObjectId;
  [field: string]: unknown;
}

/** The error a promise is rejected with; fails when it is not. */
export async function errorOf(promise: Promise<unknown>): Promise<MongoServerError & Document> {
  return promise.then(
    () => {
      throw new Error('expected an error');
    },
    (error: MongoServerError & Document) => error,
  );
}

/** What running a query read, by the server's own account. */
export async function explained(
  explain: Promise<Document>,
): Promise<{ docs: number; keys: number; index: string; returned: number; inMemory: boolean }> {
  const { executionStats, queryPlanner } = await explain;
  return {
    docs: executionStats.totalDocsExamined,
    keys: executionStats.totalKeysExamined,
    returned: executionStats.nReturned,
    index: queryPlanner.winningPlan.indexName ?? queryPlanner.winningPlan.stage,
    inMemory: queryPlanner.winningPlan.sortsInMemory === true,
  };
}
