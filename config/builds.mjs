/** The three builds: what each is made from, how it is made, and whether the one in dist/ is still good. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { SetupError, say, step } from './console.mjs';
import { root, runCommand } from './run-command.mjs';
import { sourceHash } from './source-hash.mjs';

const shared = ['domain', 'contract', 'package.json', 'package-lock.json'];
const taroSources = ['src', 'babel.config.js', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', ...shared];
const taro = fileURLToPath(new URL('node_modules/@tarojs/cli/bin/taro', root));

/** Without the flags Taro asks GitHub for a schema, and reads the plug-ins of the whole machine. */
const taroArgs = (/** @type {string} */ platform) => [
  taro,
  'build',
  '--type',
  platform,
  '--no-check',
  '--disable-global-config',
];

const builds = {
  h5: {
    title: '正在构建网页版（约半分钟）',
    sources: taroSources,
    result: 'index.html',
    args: taroArgs('h5'),
  },
  weapp: {
    title: '正在构建微信小程序（约半分钟）',
    sources: ['project.config.json', ...taroSources],
    result: 'app.json',
    args: taroArgs('weapp'),
  },
  cloudfunctions: {
    title: '正在打包云函数',
    sources: ['cloudfunctions', 'config/functions.ts', ...shared],
    result: '.',
    args: ['--import', 'tsx', fileURLToPath(new URL('config/functions.ts', root))],
  },
};

/** @typedef {keyof typeof builds} BuildName */

/**
 * @param {string} name
 * @returns {name is BuildName}
 */
export function isBuildName(name) {
  return Object.hasOwn(builds, name);
}

/** @param {BuildName} name */
export async function ensureBuild(name) {
  const { sources, result } = builds[name];
  const stamp = stampOf(name);
  const isThere = existsSync(inRoot(`dist/${name}/${result}`)) && existsSync(stamp);
  if (isThere && readFileSync(stamp, 'utf8') === sourceHash(sources)) return;
  await build(name);
}

/**
 * Builds beside dist/ and swaps at the end, so that a build that was interrupted or failed leaves the last good one.
 * @param {BuildName} name
 */
export async function build(name) {
  const { title, sources, args } = builds[name];
  // Taken before the build starts: what is edited meanwhile makes the result stale, as it should.
  const hash = sourceHash(sources);
  const staging = `dist/.building/${name}.${process.pid}`;
  removeAbandoned();
  await step(title, async () => {
    mkdirSync(inRoot(staging), { recursive: true });
    const { code, output } = await runCommand(process.execPath, args, {
      env: { NODE_ENV: 'production', BUILD_OUTPUT: staging },
    });
    if (code !== 0) {
      rmSync(inRoot(staging), { recursive: true, force: true });
      throw new SetupError(`构建没有成功：\n${output.trim()}`);
    }
    swap(staging, `dist/${name}`);
    mkdirSync(inRoot('dist/.stamps'), { recursive: true });
    writeFileSync(stampOf(name), hash);
  });
}

/**
 * Builds into dist/ again and again as the sources change, until it is stopped.
 * @param {BuildName} name
 */
export async function watch(name) {
  if (name === 'cloudfunctions') throw new SetupError('云函数打包只需一两秒，没有监视方式；改动后再运行一次即可。');
  rmSync(stampOf(name), { force: true });
  say(`正在监视源码，改动后自动构建到 dist/${name}；按 Ctrl-C 结束。`);
  const env = { NODE_ENV: 'development' };
  const { code } = await runCommand(process.execPath, [...builds[name].args, '--watch'], { env, show: true });
  return code;
}

/**
 * @param {string} from
 * @param {string} to
 */
function swap(from, to) {
  const old = `${from}.old`;
  if (existsSync(inRoot(to))) renameSync(inRoot(to), inRoot(old));
  renameSync(inRoot(from), inRoot(to));
  rmSync(inRoot(old), { recursive: true, force: true });
}

/** Staging folders carry the id of the process that fills them. */
function removeAbandoned() {
  const folder = inRoot('dist/.building');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = Number(name.split('.')[1]);
    if (owner === process.pid || !isRunning(owner)) rmSync(`${folder}/${name}`, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} relative */
function inRoot(relative) {
  return fileURLToPath(new URL(relative, root));
}

/** @param {BuildName} name */
function stampOf(name) {
  return inRoot(`dist/.stamps/${name}`);
}
