/** `npm start`: what a fresh clone needs first, then the one-machine runtime in this same process, so that signals reach it. */
import { createRequire } from 'node:module';
import process from 'node:process';
import { SetupError, ensureDependencies, ensureH5, runScript, say, step } from '../config/setup.mjs';
import { readOptions, usage } from './options.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    say(usage);
    return 0;
  }
  try {
    await ensureDependencies();
    await ensureH5();
    const { register } = await import('tsx/cjs/api');
    register();
    const { main } = createRequire(import.meta.url)('./main.ts');
    return await main(options, { say, step });
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(sentenceFor(error));
  }
});

/**
 * Foreseen trouble comes with its own sentence; of anything else the message at least, and never a stack.
 * @param {unknown} error
 */
function sentenceFor(error) {
  if (!(error instanceof Error)) return `启动没有成功：${String(error)}`;
  return error.name === 'StartError' ? error.message : `启动没有成功：${error.message}`;
}
