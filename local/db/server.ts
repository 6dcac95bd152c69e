/** The embedded database: MongoDB's wire protocol on a loopback port, LMDB below. */
import { createServer, type Server, type Socket } from 'node:net';
import { dispatcher, type Dispatch } from './commands/dispatch';
import { replicaSet } from './commands/diagnostics';
import { type Engine, openEngine } from './engine';
import { StartError, systemCode } from './errors';
import { startSweeping } from './sweep';
import { encodeAnswer, type Message, messageSplitter, parseMessage } from './wire';

const host = '127.0.0.1';

export interface DatabaseOptions {
  /** Where the data is kept; made when it does not exist. One process at a time. */
  directory: string;
  /** 0, the default, takes a free one. */
  port?: number;
  log?: (message: string) => void;
}

export interface RunningDatabase {
  /** For the official driver, as it is. */
  uri: string;
  port: number;
  /** How many index keys and documents were read since the start. */
  examined(): { keys: number; docs: number };
  /** Ends connections, finishes writes, frees the data directory. */
  close(): Promise<void>;
}

/** Starts the database; throws a StartError (DATA_LOCKED, DATA_UNREADABLE, PORT_TAKEN) with a Chinese sentence. */
export async function startDatabase({
  directory,
  port = 0,
  log = () => undefined,
}: DatabaseOptions): Promise<RunningDatabase> {
  const engine = openEngine(directory);
  const dispatch = dispatcher(engine, (error) =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  const sockets = new Set<Socket>();
  const server = createServer((socket) => serve(socket, dispatch, sockets, log));
  const bound = await listen(server, port).catch(async (error: unknown) => {
    await engine.storage.close();
    throw error;
  });
  const stopSweeping = startSweeping(engine, log);
  return {
    uri: `mongodb://${host}:${bound}/?replicaSet=${replicaSet}`,
    port: bound,
    examined: () => ({ ...engine.examined }),
    async close() {
      await stopSweeping();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
      await closeEngine(engine);
    },
  };
}

async function closeEngine(engine: Engine): Promise<void> {
  engine.cursors.closeAll();
  engine.transactions.abortIdle(Infinity);
  await engine.storage.close();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        systemCode(error) === 'EADDRINUSE'
          ? new StartError('PORT_TAKEN', `端口 ${port} 已被别的程序占用，请换一个端口。`, error)
          : error,
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function serve(socket: Socket, dispatch: Dispatch, sockets: Set<Socket>, log: (message: string) => void): void {
  const address = `${host}:${socket.localPort}`;
  // A driver sends one command at a time on a connection; should it send more, they are answered in order.
  let last = Promise.resolve();
  const split = messageSplitter((bytes) => {
    const message = parseMessage(bytes);
    last = last
      .then(() => respond(socket, message, dispatch, address))
      .catch((error: unknown) => {
        log(String(error));
        socket.destroy();
      });
  });
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
  socket.on('data', (chunk) => {
    try {
      split(chunk);
    } catch (error) {
      log(String(error));
      socket.destroy();
    }
  });
}

async function respond(socket: Socket, message: Message, dispatch: Dispatch, address: string): Promise<void> {
  const answer = await dispatch(message.command, address);
  if (!message.silent && !socket.destroyed) socket.write(encodeAnswer(answer, message));
}
