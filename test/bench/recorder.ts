/**
 * Records the commands that one call of a function sends to the database, and sends the same again as bare driver
 * calls: the same reads and writes without parsing, rules and views.
 */
import { Long, type ClientSession, type CommandStartedEvent, type Db, type Document, type MongoClient } from 'mongodb';

export interface Recorded {
  name: string;
  command: Document;
  inTransaction: boolean;
}

/** What the driver adds to a command by itself, and will add again. */
const DRIVER_FIELDS = ['lsid', '$clusterTime', 'txnNumber', 'startTransaction', 'autocommit', '$db', 'readConcern'];

export class Recorder {
  private recorded: Recorded[] = [];

  constructor(client: MongoClient) {
    client.on('commandStarted', (event: CommandStartedEvent) => {
      const command = { ...event.command };
      const inTransaction = command.autocommit === false;
      for (const field of DRIVER_FIELDS) Reflect.deleteProperty(command, field);
      this.recorded.push({ name: event.commandName, command, inTransaction });
    });
  }

  /** What was sent since the last take. */
  take(): Recorded[] {
    const taken = this.recorded;
    this.recorded = [];
    return taken;
  }
}

/** A copy with every string passed through `change`; dates, ids and binaries stay as they are. */
function rewritten(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, change)]));
}

/** The same commands about other things: each key of `names` in any string is replaced by its value. */
export function aboutOthers(commands: readonly Recorded[], names: ReadonlyMap<string, string>): Recorded[] {
  const change = (text: string): string =>
    [...names].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  return commands.map((recorded) => ({ ...recorded, command: rewritten(recorded.command, change) as Document }));
}

/** Ids, numbers and tokens that the recorded call made, each with a new one in its place. */
export function newNames(commands: readonly Recorded[], fresh: () => string): Map<string, string> {
  const inserted = commands.filter((recorded) => recorded.name === 'insert');
  const documents = inserted.flatMap((recorded) => recorded.command.documents as Document[]);
  const made = documents.flatMap(({ _id, code, clientToken }) => [_id, code, clientToken]);
  return new Map(made.filter((name) => typeof name === 'string').map((name) => [name, fresh()]));
}

const cursorOf = ({ cursor }: Document): unknown =>
  typeof cursor === 'object' && cursor !== null ? Reflect.get(cursor, 'id') : undefined;

/** Sends the commands one after another, those of a transaction in one. */
export async function replay(client: MongoClient, db: Db, commands: readonly Recorded[]): Promise<void> {
  let session: ClientSession | undefined;
  // Commands sent at the same time each go on with their own cursor: one for each collection.
  const cursors = new Map<string, unknown>();
  for (const { name, command, inTransaction } of commands) {
    const collection = String(name === 'getMore' ? command.collection : command[name]);
    if (name === 'getMore') command.getMore = Long.fromString(String(cursors.get(collection)));
    if (name === 'commitTransaction') {
      await session?.commitTransaction();
      await session?.endSession();
      session = undefined;
    } else {
      if (inTransaction) session ??= client.startSession();
      if (inTransaction && !session?.inTransaction()) session?.startTransaction();
      const answer = await db.command(command, inTransaction && session ? { session } : {});
      cursors.set(collection, cursorOf(answer));
    }
  }
  await session?.endSession();
}
