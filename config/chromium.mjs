/** Finds a Chromium for the browser tests; on Debian as root it installs one. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupError, say, step } from './console.mjs';
import { runCommand } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** @returns {Promise<string>} the path of an executable browser */
export async function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new SetupError(`CHROME_PATH 指向的浏览器不存在或不能运行：${chosen}`);
  }
  const found = usualPlaces().find(isExecutable);
  if (!found) {
    if (!canInstall()) throw new SetupError(whatToInstall());
    await install(['chromium', 'fonts-noto-cjk']);
    return findInstalled();
  }
  await ensureChineseFont();
  return found;
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(process.env.HOME ?? '/', 'Applications')];
    return folders.flatMap((folder) => MAC_APPS.map((app) => path.join(folder, `${app}.app/Contents/MacOS/${app}`)));
  }
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => path.join(folder, name)));
}

function findInstalled() {
  const found = usualPlaces().find(isExecutable);
  if (!found) throw new SetupError(whatToInstall());
  return found;
}

/** Without a Chinese font pages still work, but their screenshots show boxes. */
async function ensureChineseFont() {
  if (process.platform !== 'linux') return;
  const { output } = await runCommand('fc-list', [':lang=zh', 'family']).catch(() => ({ output: '' }));
  if (output.trim() !== '') return;
  if (canInstall()) await install(['fonts-noto-cjk']);
  else say('提示：系统里没有中文字体，截图中的汉字会显示为方块；可安装 fonts-noto-cjk。');
}

function canInstall() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** @param {string[]} packages */
async function install(packages) {
  await step(`正在用 apt 安装浏览器测试所需的 ${packages.join('、')}（约一两分钟）`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await runCommand('apt-get', ['update', '-q'], { env });
    const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    const result = await runCommand('apt-get', args, { env });
    if (result.code !== 0) {
      throw new SetupError(
        `apt 没有装好 ${packages.join('、')}：\n${`${update.output}${result.output}`.trim().slice(-1500)}`,
      );
    }
  });
}

function whatToInstall() {
  const how =
    process.platform === 'darwin'
      ? '请安装 Google Chrome（https://www.google.com/chrome/）'
      : '请安装 chromium 和中文字体（Debian/Ubuntu：sudo apt install chromium fonts-noto-cjk）';
  return `没有找到可用的浏览器，浏览器测试无法运行。${how}，或用环境变量 CHROME_PATH 指明浏览器的位置。`;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
