import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeProject, runScript, writeProjectFile } from './temporary-project';

const manifest = JSON.stringify({ name: 'town', version: '1.0.0', dependencies: { words: 'file:./words' } });
const lock = (version: string) =>
  JSON.stringify({
    name: 'town',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'town', version: '1.0.0', dependencies: { words: 'file:./words' } },
      'node_modules/words': { resolved: 'words', link: true },
      words: { version },
    },
  });

let folder: string;

beforeEach(() => {
  folder = makeProject({
    'package.json': manifest,
    'package-lock.json': lock('1.0.0'),
    'words/package.json': JSON.stringify({ name: 'words', version: '1.0.0' }),
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

const install = () => runScript(folder, 'await setup.ensureDependencies()');

it('installs what is missing, says so, and then leaves it alone', async () => {
  const first = await install();
  expect(first).toMatchObject({ code: 0 });
  expect(first.output).toMatch(/正在安装依赖[\s\S]*完成，用时 \d+ 秒/);
  expect(existsSync(path.join(folder, 'node_modules/words'))).toBe(true);
  const second = await install();
  expect(second).toMatchObject({ code: 0, output: '' });
});

it('repairs an install that was cut short', async () => {
  await install();
  rmSync(path.join(folder, 'node_modules/.package-lock.json'));
  rmSync(path.join(folder, 'node_modules/words'));
  expect((await install()).code).toBe(0);
  expect(existsSync(path.join(folder, 'node_modules/words'))).toBe(true);
});

it('installs again when the lock file asks for another version', async () => {
  await install();
  writeProjectFile(folder, 'package-lock.json', lock('2.0.0'));
  writeProjectFile(folder, 'words/package.json', JSON.stringify({ name: 'words', version: '2.0.0' }));
  expect((await install()).output).toContain('正在安装依赖');
  expect((await install()).output).toBe('');
});

it('does not wait for optional packages of other platforms', async () => {
  await install();
  const other = JSON.parse(lock('1.0.0')) as { packages: Record<string, unknown> };
  other.packages['node_modules/other-platform'] = { version: '1.0.0', optional: true };
  writeProjectFile(folder, 'package-lock.json', JSON.stringify(other));
  expect((await install()).output).toBe('');
});

it('tells in a sentence that the install failed', async () => {
  rmSync(path.join(folder, 'package-lock.json'));
  writeProjectFile(folder, 'package-lock.json', lock('1.0.0').replace('words":{"resolved', 'letters":{"resolved'));
  const { code, output } = await install();
  expect(code).toBe(1);
  expect(output).toContain('依赖没有装好');
  expect(output).not.toMatch(/at .*\.mjs:\d+/);
});

it('refuses an old Node with a sentence', async () => {
  const { code, output } = await runScript(
    folder,
    "Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); await setup.ensureDependencies()",
  );
  expect(code).toBe(1);
  expect(output).toMatch(/需要 Node.js 20.19 或更新的版本，现在是 18.20.0/);
});
