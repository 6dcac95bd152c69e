import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run-command.mjs';

/**
 * One hash over the names and contents of files and folders, given relative to the project's root.
 * @param {string[]} sources
 */
export function sourceHash(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of listFiles(source)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(fileURLToPath(new URL(file, root))))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function listFiles(source) {
  const absolute = fileURLToPath(new URL(source, root));
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [source];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => listFiles(path.posix.join(source, name)));
}
