import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '../..');

/** The folder of a build. `npm test` makes it fresh; Jest called by hand takes what is there. */
export function builtFolder(name: 'weapp' | 'h5' | 'cloudfunctions'): string {
  const folder = path.join(projectRoot, 'dist', name);
  if (!existsSync(folder)) throw new Error(`dist/${name} is missing: run the tests with npm test, or build it first`);
  return folder;
}

export interface BuiltFile {
  /** Relative to the folder, with forward slashes. */
  name: string;
  bytes: Buffer;
}

export function readBuiltFiles(folder: string): BuiltFile[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const absolute = path.join(entry.parentPath, entry.name);
    return { name: path.relative(folder, absolute).split(path.sep).join('/'), bytes: readFileSync(absolute) };
  });
}

/** webpack's way to the global object, inside try and after globalThis: the one use of Function that is let through. */
const guarded = 'new Function("return this")';

/** Places where code is made from text, which mini-programs forbid. */
export function codeFromText(files: readonly BuiltFile[]): string[] {
  return files
    .filter(({ name }) => name.endsWith('.js'))
    .flatMap(({ name, bytes }) => {
      const source = bytes.toString('utf8').replaceAll(guarded, '');
      const found = [...source.matchAll(/(?<![.\w$])(?:eval|Function)\s*\(/g)];
      return found.map(({ index }) => `${name}: ${source.slice(Math.max(0, index - 30), index + 30)}`);
    });
}
