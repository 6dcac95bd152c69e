/** The functions as a caller meets them: the real use cases and store on a real database, with a clock we can set. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionName, Input, Output } from '../../contract/contract';
import type { Envelope } from '../../contract/envelope';
import type { ErrorCode } from '../../domain/errors';
import type { Host } from '../../cloudfunctions/host/host';
import { newId } from '../../cloudfunctions/kit/new-id';
import { serve, type Area, type Serve } from '../../cloudfunctions/kit/serve';
import * as database from '../../cloudfunctions/store/database';
import { startDatabase } from '../../local/db/server';
import { localHost } from '../../local/host/local-host';
import { newSecrets } from '../../local/host/secrets';

export interface Functions {
  host: Host;
  directory: string;
  /** The functions' present; set it to move time. */
  clock: { now: Date };
  /** Answers the data, or throws an Error whose message is 'CODE message'. */
  call: <Name extends ActionName>(name: Name, data: Input<Name>, token?: string) => Promise<Output<Name>>;
  /** The whole envelope, whatever was sent. */
  send: (name: string, data: unknown, token?: string) => Promise<Envelope>;
  /** The code that the call is refused with; throws when it is not refused. */
  refusal: (name: string, data: unknown, token?: string) => Promise<ErrorCode>;
  /** Documents that the embedded database has read since its start; 0 on a real server, which does not say. */
  examined: () => number;
  close: () => Promise<void>;
}

/** Starts the embedded database in a folder of its own, or uses MONGODB_URI's server with a database of its own. */
async function openDatabase(
  directory: string,
  monitorCommands: boolean,
): Promise<Pick<Functions, 'examined' | 'close'>> {
  const name = `test_${newId().replaceAll('-', 'x')}`;
  const real = process.env.MONGODB_URI;
  const embedded = real ? undefined : await startDatabase({ directory: join(directory, 'db') });
  const uri = real ?? embedded?.uri ?? '';
  const { db } = await database.open(monitorCommands ? `${uri}&monitorCommands=true` : uri, name);
  return {
    examined: () => embedded?.examined().docs ?? 0,
    async close() {
      if (real) await db.dropDatabase();
      await database.close();
      await embedded?.close();
    },
  };
}

export async function startFunctions(
  areas: readonly Area[],
  options: { demo?: boolean; now?: Date; monitorCommands?: boolean; host?: Partial<Host> } = {},
): Promise<Functions> {
  const directory = await mkdtemp(join(tmpdir(), 'weixinyuan-'));
  const opened = await openDatabase(directory, options.monitorCommands ?? false);
  const clock = { now: options.now ?? new Date('2021-07-01T02:00:00Z') };
  const now = (): Date => clock.now;
  const host: Host = {
    ...localHost({
      directory: join(directory, 'files'),
      secrets: newSecrets(),
      demo: options.demo ?? true,
      now,
    }),
    ...options.host,
  };
  const served = new Map<string, Serve>(areas.map((area) => [area.name, serve(area, { host, now })]));

  const send: Functions['send'] = async (name, data, token) => {
    const [area = '', verb] = name.split('.');
    const run = served.get(area);
    if (!run) throw new Error(`no area ${area} in this test`);
    return run({ action: verb, data, credentials: token });
  };
  return {
    host,
    directory,
    examined: opened.examined,
    clock,
    send,
    async call(name, data, token) {
      const envelope = await send(name, data, token);
      if (!envelope.ok) {
        const { code, message, details } = envelope.error;
        throw new Error(`${code} ${message} ${JSON.stringify(details ?? {})}`);
      }
      return envelope.data as Output<typeof name>;
    },
    async refusal(name, data, token) {
      const envelope = await send(name, data, token);
      if (envelope.ok) throw new Error(`${name} was not refused`);
      return envelope.error.code;
    },
    async close() {
      await opened.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
