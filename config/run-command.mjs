import { spawn } from 'node:child_process';
import process from 'node:process';

/** @type {Record<string, import('node:child_process').StdioOptions>} */
const STDIO = { true: 'inherit', errors: ['inherit', 'ignore', 'inherit'], false: ['ignore', 'pipe', 'pipe'] };

/** npm takes minutes to undo a half-done install, and the next run starts from nothing anyway. */
const GRACE_MS = 3_000;

/** What a shell reports for a program that was interrupted. */
const INTERRUPTED = 130;

export const root = new URL('..', import.meta.url);

/**
 * Runs a program in the project's root. Its output is kept and handed back, or goes straight to the terminal when `show` is set
 * (`errors`: only what it says on stderr).
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean | 'errors' }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: STDIO[String(show)],
    });
    /** @type {string[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => output.push(text));
    }
    const release = passSignalsTo(child);
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code) => {
      if (release()) process.exit(INTERRUPTED);
      resolve({ code: code ?? 1, output: output.join('') });
    });
  });
}

/**
 * A program that outlived us would go on writing where the next run starts anew. Hands back a function that stops
 * listening and tells whether a signal came.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  let interrupted = false;
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = true;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    return interrupted;
  };
}
