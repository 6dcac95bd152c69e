/** A small project in a folder of its own, with our set-up scripts in it, to run them on. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/builds';

export interface Ran {
  code: number | null;
  output: string;
}

export function makeProject(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'set-up-'));
  cpSync(path.join(projectRoot, 'config'), path.join(folder, 'config'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeProjectFile(folder, name, text);
  return folder;
}

export function writeProjectFile(folder: string, name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** Gives the project our own installed packages. */
export function lendPackages(folder: string): void {
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(path.join(projectRoot, name), path.join(folder, name));
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
}

/** Runs a piece of script in the project as its own scripts would, with everything of setup.mjs in reach. */
export function runScript(folder: string, body: string, env: Record<string, string | undefined> = {}): Promise<Ran> {
  const source = `
    import * as setup from ${JSON.stringify(path.join(folder, 'config/setup.mjs'))};
    await setup.runScript(async () => { ${body} });
  `;
  return runNode(folder, ['--input-type=module', '--eval', source], env);
}

export function runNode(folder: string, args: string[], env: Record<string, string | undefined> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.join('') }));
  });
}
