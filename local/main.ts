/** The one-machine runtime: database, functions, gateway and scheduler in one process, all state in one folder. */
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { version } from '../package.json';
import type { Host } from '../cloudfunctions/host/host';
import * as database from '../cloudfunctions/store/database';
import { DomainError } from '../domain/errors';
import { announce, urlOf } from './announce';
import { areas } from './areas';
import { inviteFirstAdmin } from './first-admin';
import { openDataFolder, removeAbandonedUploads, removeEarlierCodes, type DataFolder } from './data-folder';
import { startGateway, type Gateway } from './gateway/gateway';
import { localHost } from './host/local-host';
import { loadSecrets, type Secrets } from './host/secrets';
import { openDatabase, type RunningDatabase } from './running-database';
import { startScheduler } from './scheduler';
import { serverLog } from './server-log';
import { listenError, secretsError } from './start-error';
import type { StartOptions, Terminal } from './start-options';
import { fillSampleTown } from './town/fill-town';
import { readOwnTown } from './town/own-town';
import { untilStopped } from './until-stopped';

const PAGES = resolve(__dirname, '../dist/h5');
/** Whatever still holds the process this long after everything is closed has nothing left to save. */
const LINGER_MS = 300;

const isLoopback = (address: string): boolean => /^(127(\.\d{1,3}){3}|::1|localhost)$/.test(address);

/** Before the slow steps, so that a taken port is told at once. */
async function checkPort({ address, port }: StartOptions): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenError(address, port, error)));
    probe.listen(port, address, () => probe.close(() => resolve()));
  });
}

async function openGateway(
  options: StartOptions,
  folder: DataFolder,
  secrets: Secrets,
  host: Host,
  running: RunningDatabase,
): Promise<Gateway> {
  const { address, port } = options;
  return startGateway({
    areas,
    host,
    files: { directory: folder.files, linkKey: secrets.linkKey, now: () => new Date() },
    pages: PAGES,
    async health() {
      await database.engine().catch(() => {
        throw new DomainError('UNAVAILABLE', { message: '数据库没有应答' });
      });
      return { database: running.name, version };
    },
    address,
    port,
  }).catch((error: unknown) => {
    throw listenError(address, port, error);
  });
}

/** A new folder gets the sample town, unless its database holds a town already. */
async function fillOnce(
  { empty }: StartOptions,
  folder: DataFolder,
  host: Host,
  { say, step }: Terminal,
): Promise<void> {
  if (!folder.isNew) return;
  if (!empty) await step('正在装入示例镇', () => fillSampleTown({ host, log: (line) => say(`  ${line}`) }));
  await folder.settle();
}

type Close = () => Promise<void>;

/** Opens one part after the other; what is open is in `opened`, to be closed in the opposite order. */
async function start(options: StartOptions, terminal: Terminal, opened: Close[]): Promise<void> {
  const demo = options.demo && isLoopback(options.address);
  const folder = await openDataFolder(options.directory);
  opened.push(() => Promise.resolve(folder.release()));
  await checkPort(options);
  const running = await openDatabase(folder);
  opened.push(running.close);
  const secrets = await loadSecrets(folder.root).catch((error: unknown) => {
    throw secretsError(folder.root, error);
  });
  await removeAbandonedUploads(folder);
  await removeEarlierCodes(folder);
  // Port 0 becomes a real one only when the gateway listens.
  const at = { options, port: options.port };
  const publicAddress = (): string => urlOf(at);
  const host = localHost({ directory: folder.files, secrets, demo, publicAddress, log: serverLog(folder.log) });
  await fillOnce(options, folder, host, terminal);
  await readOwnTown(folder.root);
  const invite = demo ? null : await inviteFirstAdmin(new Date());
  const gateway = await openGateway(options, folder, secrets, host, running);
  opened.push(gateway.close);
  at.port = gateway.port;
  opened.push(startScheduler(host).stop);
  await announce({ options, demo, port: gateway.port, databaseUri: running.uri, invite }, terminal);
}

/** Runs until Ctrl-C or SIGTERM; throws a StartError when it cannot start. */
export async function main(options: StartOptions, terminal: Terminal): Promise<number> {
  const opened: Close[] = [];
  const stopped = untilStopped();
  try {
    await Promise.race([start(options, terminal, opened), stopped]);
    await stopped;
    terminal.say('正在结束…');
  } finally {
    for (const close of opened.reverse()) await close();
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
  terminal.say('已结束，数据都在，可以随时再次启动。');
  return 0;
}
