/** What the set-up scripts say to a person: one sentence a step, a sign of life on slow ones, no stack for foreseeable trouble. */
import process from 'node:process';

const HEARTBEAT_MS = 10_000;

/** Trouble that a person can put right; its message is the whole story. */
export class SetupError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one slow step with a line before, a line every ten seconds and a line after.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`▸ ${title}…`);
  const heartbeat = setInterval(() => say(`  仍在进行（已用 ${seconds()} 秒）…`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`  完成，用时 ${seconds()} 秒`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a script's main function and sets the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`✗ ${error.message}\n`);
    process.exitCode = 1;
  }
}
