/** Files under one folder, given out as /files/<key>; a private one needs a signature that ends after an hour. */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../domain/errors';
import type { Files } from '../../cloudfunctions/host/host';
import { isUploadOf, uploadTooLarge } from '../../cloudfunctions/host/uploads';
import { sign, verify } from './token';

const PRIVATE_LINK_MS = 3600_000;
const contentTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};

const isKey = (key: string): boolean => /^[a-z]+\/([\w-]+\/)?[\w-]+(\.[A-Za-z0-9]+)?$/.test(key);

export const contentTypeOf = (key: string): string =>
  contentTypes[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

const notFound = (): DomainError => new DomainError('NOT_FOUND', { message: '没有找到这个文件' });

/** Written aside and renamed, so that a reader never sees half a file; what broke off leaves nothing behind. */
async function write(path: string, bytes: Buffer | Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.new`;
  try {
    await pipeline(bytes instanceof Readable ? bytes : Readable.from([bytes]), createWriteStream(aside));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

export function diskFiles(directory: string, linkKey: Buffer, now: () => Date): Files {
  const pathOf = (key: string): string => {
    if (!isKey(key)) throw notFound();
    return join(directory, key);
  };
  const read = (key: string): Promise<Buffer> =>
    readFile(pathOf(key)).catch(() => {
      throw notFound();
    });
  const uploadPath = (fileId: string, accountId: string): string => {
    if (!isUploadOf(accountId, fileId)) throw notFound();
    return pathOf(fileId);
  };
  return {
    put: (key, bytes) => write(pathOf(key), bytes),
    get: async (key) => ({ bytes: await read(key), contentType: contentTypeOf(key) }),
    has: (key) => {
      const path = pathOf(key);
      return stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    links(keys, visibility) {
      const until = now().getTime() + PRIVATE_LINK_MS;
      const link = (key: string): string => {
        if (visibility === 'public') return `/files/${key}`;
        return `/files/${key}?until=${encodeURIComponent(sign(linkKey, `${key}.${until}`).slice(key.length + 1))}`;
      };
      return Promise.resolve(keys.map(link));
    },
    async getUpload(fileId, accountId, maxBytes) {
      const found = await stat(uploadPath(fileId, accountId)).catch(() => {
        throw notFound();
      });
      if (found.size > maxBytes) throw uploadTooLarge();
      return read(fileId);
    },
    removeUpload: async (fileId, accountId) => rm(uploadPath(fileId, accountId), { force: true }),
  };
}

const publicFolders = ['images/', 'codes/'];

/** Photos are public under their unguessable names, codes under those of posts that are; everything else needs a signature that has not run out. */
export function mayFetch(key: string, until: string | null, linkKey: Buffer, now: Date): boolean {
  if (!isKey(key)) return false;
  if (publicFolders.some((folder) => key.startsWith(folder))) return true;
  if (until === null) return false;
  const text = verify(linkKey, `${key}.${until}`);
  return text !== null && Number(text.slice(key.length + 1)) > now.getTime();
}
