/** From a command to its answer: which function, in which transaction or retryable write, and how errors are told. */
import { Long } from 'bson';
import type { Engine } from '../engine';
import { DatabaseError } from '../errors';
import type { Doc } from '../values';
import { aggregate, countCommand } from './aggregate';
import { BatchFailure } from './batch';
import * as catalog from './catalog';
import type { Command, CommandContext } from './context';
import { remove } from './delete';
import * as diagnostics from './diagnostics';
import { distinct } from './distinct';
import { explain } from './explain';
import { find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import { insert } from './insert';
import { abortTransaction, commitTransaction, endSessions, sessionId, txnNumberOf } from './transactions';
import { update } from './update';

const inTransactions: Readonly<Record<string, Command>> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
  find,
  aggregate,
  distinct,
  getMore,
  killCursors,
};

const outside: Readonly<Record<string, Command>> = {
  count: countCommand,
  explain,
  create: catalog.create,
  drop: catalog.drop,
  dropDatabase: catalog.dropDatabase,
  listDatabases: catalog.listDatabases,
  listCollections: catalog.listCollections,
  listIndexes: catalog.listIndexes,
  createIndexes: catalog.createIndexes,
  dropIndexes: catalog.dropIndexes,
  deleteIndexes: catalog.dropIndexes,
  collStats: catalog.collStats,
  dbStats: diagnostics.dbStats,
  serverStatus: diagnostics.serverStatus,
  hello: diagnostics.hello,
  isMaster: diagnostics.hello,
  ismaster: diagnostics.hello,
  buildInfo: diagnostics.buildInfo,
  buildinfo: diagnostics.buildInfo,
  connectionStatus: diagnostics.connectionStatus,
  getParameter: diagnostics.getParameter,
  ping: diagnostics.nothing,
  refreshSessions: diagnostics.nothing,
  endSessions,
};

const ending: Readonly<Record<string, Command>> = { commitTransaction, abortTransaction };
const retryable = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify']);

export type Dispatch = (command: Doc, address: string) => Promise<Doc>;

export function dispatcher(engine: Engine, report: (error: unknown) => void): Dispatch {
  return async (command, address) => {
    const [name = ''] = Object.keys(command);
    const context: CommandContext = {
      engine,
      name,
      command,
      address,
      database: typeof command['$db'] === 'string' ? command['$db'] : 'admin',
      session: sessionId(command['lsid']),
      transaction: null,
      retry: null,
    };
    try {
      return { ...(await answer(context)), ok: 1 };
    } catch (error) {
      if (context.transaction) engine.transactions.end(context.transaction, 'aborted');
      if (error instanceof BatchFailure) return { ...error.answer, ok: 1 };
      if (!(error instanceof DatabaseError)) report(error);
      return failure(error);
    }
  };
}

function failure(error: unknown): Doc {
  const known =
    error instanceof DatabaseError ? error : new DatabaseError(1, 'The embedded database failed; its log says why');
  const { code, codeName, message, labels, fields } = known;
  return { ok: 0, errmsg: message, code, codeName, ...fields, ...(labels.length ? { errorLabels: labels } : {}) };
}

async function answer(context: CommandContext): Promise<Doc> {
  const { name, command, engine, session } = context;
  const end = ending[name];
  if (end) return end(context);
  const run = inTransactions[name] ?? outside[name];
  if (!run) throw new DatabaseError(59, `no such command: '${name}'`);
  if (command['autocommit'] === false) {
    if (!(name in inTransactions))
      throw new DatabaseError(263, `Cannot run '${name}' in a multi-document transaction.`);
    context.transaction = enter(context);
  } else if (command['txnNumber'] instanceof Long && retryable.has(name)) {
    context.retry = engine.sessions.record(session, txnNumberOf(command));
  }
  return run(context);
}

function enter({ engine, session, command }: CommandContext): CommandContext['transaction'] {
  const number = txnNumberOf(command);
  if (command['startTransaction'] !== true) {
    const transaction = engine.transactions.open(session, number);
    if (transaction.state === 'committed') throw new DatabaseError(256, `Transaction ${number} has been committed.`);
    return transaction;
  }
  const earlier = engine.transactions.find(session);
  if (earlier && earlier.number > number) {
    throw new DatabaseError(
      225,
      `Cannot start transaction with number ${number} because a newer transaction ${earlier.number} has started`,
    );
  }
  if (earlier?.number === number && earlier.state !== 'aborted')
    throw new DatabaseError(117, `Transaction ${number} is already ${earlier.state}`);
  return engine.transactions.begin(session, number);
}
