/** What a driver or a shell asks about the server itself. The server says it is the one member of a replica set. */
import { Long } from 'bson';
import { maxDocumentBytes, maxMessageBytes, type Doc } from '../values';
import { collStats } from './catalog';
import type { CommandContext } from './context';

export const replicaSet = 'rs0';
const version = '7.0.0';

export function hello({ address, name }: CommandContext): Doc {
  return {
    helloOk: true,
    [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    secondary: false,
    setName: replicaSet,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  };
}

export function buildInfo(): Doc {
  return {
    version,
    versionArray: [7, 0, 0, 0],
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    modules: [],
  };
}

export function serverStatus({ address, engine }: CommandContext): Doc {
  return {
    host: address,
    version,
    process: 'embedded',
    uptime: process.uptime(),
    metrics: {
      queryExecutor: {
        scanned: Long.fromNumber(engine.examined.keys),
        scannedObjects: Long.fromNumber(engine.examined.docs),
      },
    },
  };
}

export function dbStats(context: CommandContext): Doc {
  const { engine, database } = context;
  const all = engine.catalog
    .collections(database)
    .map(({ name }) => collStats({ ...context, name: 'collStats', command: { collStats: name } }));
  const sum = (field: string): number => all.reduce((total, one) => total + Number(one[field]), 0);
  return {
    db: database,
    collections: all.length,
    objects: sum('count'),
    dataSize: sum('size'),
    indexes: sum('nindexes'),
  };
}

export const nothing = (): Doc => ({});
export const connectionStatus = (): Doc => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } });
export const getParameter = (): Doc => ({ featureCompatibilityVersion: { version: '7.0' } });
