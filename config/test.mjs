/**
 * `npm test [-- what]`: sets up what the chosen tests need, runs Jest, and ends with the count.
 * With paths, only those tests run, and only what they need is built.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runScript, say } from './console.mjs';
import { root, runCommand } from './run-command.mjs';
import { ensureDependencies, ensureFunctions, ensureH5, ensureWeapp, findChromium } from './setup.mjs';

/** Folders whose tests run from the sources alone: neither a build nor a browser. */
const fromSources = ['config', 'contract', 'db', 'domain', 'kit', 'local', 'page', 'store', 'usecase'];
const jest = fileURLToPath(new URL('node_modules/jest/bin/jest.js', root));
const resultFile = fileURLToPath(new URL('dist/test-result.json', root));

await runScript(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  const env = (await needBuilds(args)) ? await prepareBuilds() : {};
  mkdirSync(new URL('dist', root), { recursive: true });
  rmSync(resultFile, { force: true });
  const jestArgs = [jest, '--ci', '--maxWorkers=2', '--json', `--outputFile=${resultFile}`, ...args];
  const { code } = await runCommand(process.execPath, jestArgs, { env: { ...scratch(), ...env }, show: 'errors' });
  return report(code, args);
});

/** @param {string[]} args */
async function needBuilds(args) {
  if (args.length === 0) return true;
  const { output } = await runCommand(process.execPath, [jest, '--listTests', ...args]);
  const folders = [...output.matchAll(/[\\/]test[\\/]([^\\/\n]+)[\\/]/g)].map(([, folder]) => folder ?? '');
  return folders.some((folder) => !fromSources.includes(folder));
}

/**
 * Hundreds of small databases are made and thrown away: in memory, where there is room, their commits wait for no disk.
 * What must outlive a kill is tested in processes that lose nothing by it either.
 * @returns {Record<string, string>}
 */
function scratch() {
  const memory = '/dev/shm';
  if (process.env.TMPDIR || !existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 1024 ** 3 ? { TMPDIR: memory } : {};
}

async function prepareBuilds() {
  const chromium = await findChromium();
  await ensureFunctions();
  await ensureH5();
  await ensureWeapp();
  return { CHROME_PATH: chromium };
}

/**
 * @param {number} code
 * @param {string[]} args
 */
function report(code, args) {
  const { passed, failed, notRun } = readResult();
  const reasons = [...notRun, ...whatWasLeftOut(args)];
  if (reasons.length > 0) say(`未运行：${reasons.join('；')}`);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
}

function readResult() {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number }} */
  let result;
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, notRun: ['Jest 没有运行到底'] };
  }
  const skipped = result.numPendingTests + result.numTodoTests;
  return {
    passed: result.numPassedTests,
    // A file that could not even be loaded counts as one failure.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    notRun: skipped > 0 ? [`${skipped} 项测试被标记为跳过`] : [],
  };
}

/** @param {string[]} args */
function whatWasLeftOut(args) {
  const left = [];
  if (args.length > 0) left.push(`只运行了 ${args.join(' ')} 所选的测试`);
  if (!process.env.REFERENCE_MONGODB_URI) left.push('与参考数据库引擎的对照（未设置 REFERENCE_MONGODB_URI）');
  if (!process.env.MONGODB_URI) left.push('外部 MongoDB 服务器（未设置 MONGODB_URI，云函数测试用的是内置数据库）');
  return left;
}
