import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lendPackages, makeProject, runNode, runScript, writeProjectFile } from './temporary-project';

const greeting = (word: string) =>
  `import sharp from 'sharp';\nexport const main = async () => ({ ok: true, data: [${JSON.stringify(word)}, typeof sharp] });\n`;

let folder: string;

beforeEach(() => {
  folder = makeProject({
    'cloudfunctions/greet/config.json': '{"permissions":{"openapi":[]}}',
    'cloudfunctions/greet/index.ts': greeting('您好'),
    'cloudfunctions/kit/shared.ts': 'export const shared = 1;\n',
  });
  lendPackages(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const ensure = () => runScript(folder, 'await setup.ensureFunctions()');
const built = (name: string) => path.join(folder, 'dist/cloudfunctions', name);

it('bundles each folder with a config.json, with the packages that it needs beside it', async () => {
  expect(await ensure()).toMatchObject({ code: 0 });
  expect(existsSync(built('kit'))).toBe(false);
  expect(readFileSync(built('greet/config.json'), 'utf8')).toBe('{"permissions":{"openapi":[]}}');
  const manifest = JSON.parse(readFileSync(built('greet/package.json'), 'utf8')) as { dependencies: object };
  expect(Object.entries(manifest.dependencies)).toEqual([['sharp', expect.stringMatching(/^\d+\.\d+\.\d+$/)]]);
  const answer = await runNode(folder, [
    '--eval',
    `require(${JSON.stringify(built('greet'))}).main().then(console.log)`,
  ]);
  expect(answer.output).toContain("[ '您好', 'function' ]");
});

it('does nothing when the sources are the same', async () => {
  await ensure();
  const again = await ensure();
  expect(again).toMatchObject({ code: 0, output: '' });
});

it('builds again when a source changed or the result is gone', async () => {
  await ensure();
  writeProjectFile(folder, 'cloudfunctions/greet/index.ts', greeting('再见'));
  await ensure();
  expect(readFileSync(built('greet/index.js'), 'utf8')).toContain('再见');
  rmSync(path.join(folder, 'dist/cloudfunctions'), { recursive: true });
  await ensure();
  expect(existsSync(built('greet/index.js'))).toBe(true);
});

it('keeps the last good build when the next one fails, and tells why', async () => {
  await ensure();
  writeProjectFile(
    folder,
    'cloudfunctions/greet/index.ts',
    "import { none } from './none';\nexport const main = none;\n",
  );
  const failed = await ensure();
  expect(failed.code).toBe(1);
  expect(failed.output).toMatch(/构建没有成功[\s\S]*\.\/none/);
  expect(readFileSync(built('greet/index.js'), 'utf8')).toContain('您好');
  expect((await ensure()).code).toBe(1);
});

it('refuses a function without an entry', async () => {
  rmSync(path.join(folder, 'cloudfunctions/greet/index.ts'));
  const failed = await ensure();
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('cloudfunctions/greet 有 config.json，却没有 index.ts');
});

it('explains itself when asked for a build that there is not', async () => {
  const { code, output } = await runNode(folder, ['config/build.mjs', 'windows']);
  expect(code).toBe(1);
  expect(output).toContain('用法：node config/build.mjs');
});
