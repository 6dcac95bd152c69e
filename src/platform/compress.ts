/** Photos are made smaller before they travel: a yard has a weak signal, and 1600 pixels is what pages show. */
import type { Chosen } from './chosen';
import { compressFile } from './compress-file';
import { compressPath } from './compress-path';

/** The photo as it shall travel; the one given where this device cannot read it, for the server can. */
export async function compressPhoto(chosen: Chosen): Promise<Chosen> {
  if (chosen.kind === 'file') return { kind: 'file', file: await compressFile(chosen.file) };
  return { kind: 'path', path: await compressPath(chosen.path) };
}
