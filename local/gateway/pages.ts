/** The built H5 mini-program: compressed once for each file and encoding, kept in memory, renewed when the file changes. */
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DomainError } from '../../domain/errors';
import { securityHeaders } from './respond';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.txt', '.svg']);

/** Quality 9 is within a few percent of 11 and ten times as fast, so that the first visitor does not wait for it. */
const BROTLI_QUALITY = 9;

const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
} as const;
type Encoding = keyof typeof encoders;

function encodingFor(request: IncomingMessage, extension: string): Encoding {
  if (!compressible.has(extension)) return 'identity';
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

/** Names that carry a hash of their contents, as webpack gives them. */
const isHashed = (path: string): boolean => /\.[0-9a-f]{8,20}\.\w+$/.test(path);

function pathIn(directory: string, pathname: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    throw new DomainError('NOT_FOUND', { message: '没有这个页面' });
  }
  const path = resolve(join(directory, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  if (!path.startsWith(resolve(directory) + sep) || decoded.includes('\0')) {
    throw new DomainError('NOT_FOUND', { message: '没有这个页面' });
  }
  return path;
}

interface Kept {
  etag: string;
  body: Promise<Buffer>;
}

export type SendPage = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Serves the files under `directory`; throws NOT_FOUND for what is not there. */
export function servePages(directory: string): SendPage {
  const kept = new Map<string, Kept>();

  function compressed(path: string, encoding: Encoding, etag: string): Promise<Buffer> {
    const key = `${encoding} ${path}`;
    const known = kept.get(key);
    if (known?.etag === etag) return known.body;
    const body = readFile(path).then(encoders[encoding]);
    kept.set(key, { etag, body });
    body.catch(() => kept.delete(key));
    return body;
  }

  return async (request, response, url) => {
    const path = pathIn(directory, url.pathname);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new DomainError('NOT_FOUND', { message: '没有这个页面' });
    const extension = extname(path);
    const encoding = encodingFor(request, extension);
    const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}-${encoding}"`;
    const headers = {
      ...securityHeaders,
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      etag,
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = await compressed(path, encoding, etag);
    response.writeHead(200, {
      ...headers,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
