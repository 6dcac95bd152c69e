/** The server that the functions' driver talks to: the one in MONGODB_URI, or the embedded one in the data folder. */
import * as database from '../cloudfunctions/store/database';
import { startDatabase } from './db/server';
import type { DataFolder } from './data-folder';
import { databaseError, withoutPassword } from './start-error';

export interface RunningDatabase {
  /** For GET /health: 'embedded', or the host of the server. */
  name: string;
  /** As shown to people, without a password. */
  uri: string;
  close: () => Promise<void>;
}

async function openExternal(uri: string): Promise<RunningDatabase> {
  await database.open(uri).catch((error: unknown) => {
    throw databaseError(uri, error);
  });
  const shown = withoutPassword(uri);
  const name = /\/\/(?:\*\*\*@)?([^/?]+)/.exec(shown)?.[1] ?? shown;
  return { name, uri: shown, close: database.close };
}

async function openEmbedded(folder: DataFolder): Promise<RunningDatabase> {
  const server = await startDatabase({ directory: folder.database });
  await database.open(server.uri).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    name: 'embedded',
    uri: server.uri,
    async close() {
      await database.close();
      await server.close();
    },
  };
}

export const openDatabase = (folder: DataFolder): Promise<RunningDatabase> =>
  process.env.MONGODB_URI ? openExternal(process.env.MONGODB_URI) : openEmbedded(folder);
