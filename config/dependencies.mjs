/** Installs the dependencies of the lock file when they are missing, stale or half installed. */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { SetupError, say, step } from './console.mjs';
import { root, runCommand } from './run-command.mjs';

const OLDEST_NODE = [20, 19];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装后再试。`,
  );
}

/**
 * npm writes node_modules/.package-lock.json last, so it is there only after an install that ran to its end.
 * Optional packages of other platforms are in the lock and never on disk.
 */
export function dependenciesAreFresh() {
  const installedFile = new URL('node_modules/.package-lock.json', root);
  if (!existsSync(installedFile)) return false;
  const wanted = readPackages(new URL('package-lock.json', root));
  const installed = readPackages(installedFile);
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    const found = installed[folder];
    return folder === '' || (found ? found.version === version : optional === true);
  });
}

export async function ensureDependencies() {
  checkNode();
  if (dependenciesAreFresh()) return;
  say('依赖尚未安装，或与 package-lock.json 不一致。');
  await step('正在安装依赖（首次约需一两分钟，取决于网络）', async () => {
    const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) {
      throw new SetupError(
        `依赖没有装好，请检查网络后重试。npm 的说明：\n${output.trim().split('\n').slice(-15).join('\n')}`,
      );
    }
  });
}

/** @param {string[]} args */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, ...args]);
  return runCommand('npm', args);
}

/**
 * @param {URL} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
