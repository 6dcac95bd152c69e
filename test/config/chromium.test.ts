import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeProject, runScript, writeProjectFile } from './temporary-project';

let folder: string;

beforeEach(() => {
  folder = makeProject();
});

afterEach(() => rmSync(folder, { recursive: true }));

const find = (env: Record<string, string | undefined>) =>
  runScript(folder, "setup.say('found ' + await setup.findChromium())", env);

it('takes the browser that CHROME_PATH names', async () => {
  const browser = path.join(folder, 'browser');
  writeProjectFile(folder, 'browser', '#!/bin/sh\n');
  chmodSync(browser, 0o755);
  expect(await find({ CHROME_PATH: browser })).toMatchObject({ code: 0, output: `found ${browser}\n` });
});

it('says so when CHROME_PATH names nothing that runs', async () => {
  const { code, output } = await find({ CHROME_PATH: '/nowhere/chromium' });
  expect(code).toBe(1);
  expect(output).toContain('CHROME_PATH 指向的浏览器不存在或不能运行：/nowhere/chromium');
});

it('looks along the PATH', async () => {
  const browser = path.join(folder, 'bin/chromium');
  writeProjectFile(folder, 'bin/chromium', '#!/bin/sh\n');
  chmodSync(browser, 0o755);
  writeProjectFile(folder, 'bin/fc-list', '#!/bin/sh\necho Noto Sans CJK SC\n');
  chmodSync(path.join(folder, 'bin/fc-list'), 0o755);
  const { code, output } = await find({ CHROME_PATH: undefined, PATH: path.join(folder, 'bin') });
  expect({ code, output }).toEqual({ code: 0, output: `found ${browser}\n` });
});
