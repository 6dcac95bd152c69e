/** Uploads wait in a folder that names the account that brought them, on every platform alike. */
import { DomainError } from '../../domain/errors';

/** A new upload of this account; `name` is made unguessable by whoever uploads. */
export const uploadKey = (accountId: string, name: string): string => `uploads/${accountId}/${name}`;

/** Whether `key` is an upload of this account: one folder deep, so that no `..` leads out of it. */
export function isUploadOf(accountId: string, key: string): boolean {
  const folder = uploadKey(accountId, '');
  return key.startsWith(folder) && /^[\w-]+(\.[A-Za-z0-9]+)?$/.test(key.slice(folder.length));
}

export const uploadTooLarge = (): DomainError =>
  new DomainError('TOO_LARGE', { message: '文件太大：照片不能超过 10 MB，表格不能超过 5 MB' });
