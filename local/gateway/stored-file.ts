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

const WEEK_SECONDS = 7 * 24 * 3600;

function headersOf(key: string): Record<string, string> {
  const contentType = contentTypeOf(key);
  // What lies under a photo's key never changes.
  if (key.startsWith('images/')) {
    return { 'content-type': contentType, 'cache-control': `public, max-age=${WEEK_SECONDS}, immutable` };
  }
  // Without a name, so that the one which the page asks for holds: it says what and whose the sheet is.
  return { 'content-type': contentType, 'cache-control': 'private, no-store', 'content-disposition': 'attachment' };
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
  const path = join(directory, key);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new DomainError('NOT_FOUND', { message: '没有找到这个文件' });
  response.writeHead(200, { ...securityHeaders, ...headersOf(key), 'content-length': found.size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}
