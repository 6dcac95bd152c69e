/** Photos that have been chosen stay on this device, under a key, until they have been sent or given up. */
import type { Chosen } from './chosen';
import { newClientToken } from './client-token';
import { phoneFolder } from './photo-folder';
import { browserShelf, type KeptFile } from './photo-shelf';
import { isH5 } from './transport';

/** What a draft just being written does not name yet must not be swept away. */
const SWEPT_AFTER_MS = 60 * 60_000;

const shelf = isH5 ? browserShelf() : phoneFolder();

/** H5's links to the files shown; a browser holds a file for as long as it has a link. */
const links = new Map<string, string>();

function unlink(key: string): void {
  const link = links.get(key);
  if (link !== undefined) URL.revokeObjectURL(link);
  links.delete(key);
}

/** Answers the key under which it lies. */
export async function keepPhoto(chosen: Chosen): Promise<string> {
  const key = newClientToken();
  await shelf.put({ key, chosen, at: Date.now(), ready: false });
  return key;
}

/** Everything that is known of it; null when it is not on this device. */
export const findPhoto = (key: string): Promise<KeptFile | null> => shelf.get(key);

/** Null when it is not on this device any more. */
export async function openPhoto(key: string): Promise<Chosen | null> {
  return (await shelf.get(key))?.chosen ?? null;
}

/** To show it by, for as long as the app is open. */
export async function photoUrl(key: string): Promise<string | null> {
  const known = links.get(key);
  if (known !== undefined) return known;
  const chosen = await openPhoto(key);
  if (!chosen) return null;
  if (chosen.kind === 'path') return chosen.path;
  const link = URL.createObjectURL(chosen.file);
  links.set(key, link);
  return link;
}

/** Another picture under the same key: a retouched one takes the place of the one it was made from. */
export async function replacePhoto(key: string, chosen: Chosen): Promise<void> {
  unlink(key);
  await shelf.put({ key, chosen, at: Date.now(), ready: false });
}

type Found = Pick<KeptFile, 'chosen' | 'ready'> | { sent: NonNullable<KeptFile['sent']> };

/** What has become of it meanwhile; nothing when it was dropped or replaced. */
export async function notePhoto({ key, at }: Pick<KeptFile, 'key' | 'at'>, found: Found): Promise<void> {
  const file = await shelf.get(key);
  if (file?.at === at) await shelf.put({ ...file, ...found });
}

/** The server has it no longer. */
export async function notePhotoGone(key: string): Promise<void> {
  const file = await shelf.get(key);
  if (!file?.sent) return;
  const { sent: _gone, ...rest } = file;
  await shelf.put(rest);
}

export async function dropPhoto(key: string): Promise<void> {
  unlink(key);
  await shelf.remove(key);
}

/** Removes what no draft and no waiting post names any more. */
export async function sweepPhotos(keptKeys: Iterable<string>): Promise<void> {
  const kept = new Set(keptKeys);
  const old = Date.now() - SWEPT_AFTER_MS;
  for (const { key, at } of await shelf.list()) {
    if (!kept.has(key) && at < old) await dropPhoto(key);
  }
}
