/** The HTTP adapter of one machine: what WeChat's callFunction, cloud storage and page hosting do in the cloud. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../cloudfunctions/host/host';
import { newId } from '../../cloudfunctions/kit/new-id';
import { failure, serve, type Area, type Serve } from '../../cloudfunctions/kit/serve';
import { DomainError } from '../../domain/errors';
import { maskPrivateNumbers } from '../../domain/private-number';
import { callFunction } from './function-call';
import { acceptUpload } from './media-upload';
import { servePages, type SendPage } from './pages';
import { sendEnvelope, sendJson } from './respond';
import { sendStoredFile, type StoredFiles } from './stored-file';

export interface GatewayOptions {
  areas: readonly Area[];
  host: Host;
  files: StoredFiles;
  /** Folder of the built H5 mini-program. */
  pages: string;
  /** For GET /health; throws when the database does not answer. */
  health: () => Promise<{ database: string; version: string }>;
  address: string;
  /** 0 for any free one. */
  port: number;
}

export interface Gateway {
  port: number;
  close: () => Promise<void>;
}

const MAX_LOGGED_PATH = 200;
const REQUEST_TIMEOUT_MS = 120_000;
/** Calls under way may finish before the connections are cut. */
const CLOSING_GRACE_MS = 1000;

interface Routes {
  options: GatewayOptions;
  functions: ReadonlyMap<string, Serve>;
  sendPage: SendPage;
}

function functionFor({ functions }: Routes, name: string): Serve {
  const found = functions.get(name);
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有这个云函数' });
  return found;
}

async function route(request: IncomingMessage, response: ServerResponse, url: URL, routes: Routes): Promise<void> {
  const { host, files, health } = routes.options;
  const [, first, name = ''] = url.pathname.split('/');
  if (request.method === 'POST' && first === 'fn') {
    sendEnvelope(response, await callFunction(request, functionFor(routes, name)));
  } else if (request.method === 'POST' && url.pathname === '/media') {
    sendEnvelope(response, await acceptUpload(request, host, functionFor(routes, 'media')));
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new DomainError('NOT_FOUND', { message: '没有这个地址' });
  } else if (url.pathname === '/health') {
    sendJson(response, 200, { ok: true, ...(await health()) });
  } else if (first === 'files') {
    await sendStoredFile(request, response, url, files);
  } else {
    await routes.sendPage(request, response, url);
  }
}

function urlOf(request: IncomingMessage): URL {
  try {
    return new URL(`http://gateway${request.url ?? '/'}`);
  } catch {
    throw new DomainError('NOT_FOUND', { message: '没有这个地址' });
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  try {
    await route(request, response, urlOf(request), routes);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else {
      const path = maskPrivateNumbers(request.url?.split('?')[0] ?? '').slice(0, MAX_LOGGED_PATH);
      const where = { method: request.method, path };
      sendEnvelope(response, failure(error, newId(), routes.options.host, where));
    }
  }
}

/** Rejects with the system's error when the port cannot be had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { areas, host, files, pages } = options;
  const routes: Routes = {
    options,
    functions: new Map(areas.map((area) => [area.name, serve(area, { host, now: files.now })])),
    sendPage: servePages(pages),
  };
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    void answer(request, response, routes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}
