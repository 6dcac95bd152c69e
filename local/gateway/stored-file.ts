/** GET /files/<key>: photos under their unguessable names, spreadsheets under a signed link that ends after an hour. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../domain/errors';
import { contentTypeOf, mayFetch } from '../host/disk-files';
import { securityHeaders } from './respond';

export interface StoredFiles {
  directory: string;
  linkKey: Buffer;
  now: () => Date;
}

const HOUR_SECONDS = 3600;
const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;

function headersOf(key: string): Record<string, string> {
  const contentType = contentTypeOf(key);
  // What lies under a photo's key never changes; one key stands for its WebP twin too.
  if (key.startsWith('images/')) {
    return {
      'content-type': contentType,
      'cache-control': `public, max-age=${WEEK_SECONDS}, immutable`,
      vary: 'accept',
    };
  }
  if (key.startsWith('codes/')) {
    return { 'content-type': contentType, 'cache-control': `public, max-age=${HOUR_SECONDS}` };
  }
  // Without a name, so that the one which the page asks for holds: it says what and whose the sheet is.
  return { 'content-type': contentType, 'cache-control': 'private, no-store', 'content-disposition': 'attachment' };
}

interface Found {
  key: string;
  path: string;
  size: number;
}

async function find(directory: string, key: string): Promise<Found | null> {
  const path = join(directory, key);
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { key, path, size: found.size } : null;
}

/** The WebP twin of a JPEG for those who say that they take it; photos of earlier days have none. */
async function findFor(request: IncomingMessage, directory: string, key: string): Promise<Found | null> {
  const takesWebp = /\bimage\/webp\b/.test(request.headers.accept ?? '');
  const twin = takesWebp && /^images\/.*\.jpg$/.test(key) ? await find(directory, key.replace(/jpg$/, 'webp')) : null;
  return twin ?? find(directory, key);
}

export async function sendStoredFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { directory, linkKey, now }: StoredFiles,
): Promise<void> {
  const key = url.pathname.slice('/files/'.length);
  if (!mayFetch(key, url.searchParams.get('until'), linkKey, now())) {
    throw new DomainError('NOT_FOUND', { message: '没有找到这个文件，链接可能已过期，请重新获取' });
  }
  const found = await findFor(request, directory, key);
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这个文件' });
  response.writeHead(200, { ...securityHeaders, ...headersOf(found.key), 'content-length': found.size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.path), response);
}
