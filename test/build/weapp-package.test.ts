import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtFolder, codeFromText, projectRoot, readBuiltFiles } from '../support/builds';
import { type AppConfig, listPages, listTabs, readAppConfig, readPageConfig } from '../support/weapp/app-config';
import { type Bundle, compileMiniProgram } from '../support/weapp/compile';
import { launchMiniProgram } from '../support/weapp/launch';

const MB = 1024 * 1024;
const folder = builtFolder('weapp');
const files = readBuiltFiles(folder);
const names = new Set(files.map((file) => file.name));
let bundle: Bundle;
let config: AppConfig;

beforeAll(() => {
  bundle = compileMiniProgram(folder);
  config = readAppConfig(bundle);
});

const subPackageRoots = () =>
  (config.subPackages ?? config.subpackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`);
const sizeOf = (isIn: (name: string) => boolean) =>
  files.filter(({ name }) => isIn(name)).reduce((total, { bytes }) => total + bytes.length, 0);

it('points WeChat at the built mini-program and the built functions', () => {
  const project: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'project.config.json'), 'utf8'));
  expect(project).toMatchObject({
    miniprogramRoot: 'dist/weapp/',
    cloudfunctionRoot: 'dist/cloudfunctions/',
    compileType: 'miniprogram',
  });
});

it('has every page that app.json names, with its code, template and settings', () => {
  const wanted = listPages(config).flatMap((page) => ['js', 'wxml', 'json'].map((extension) => `${page}.${extension}`));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

it('has its tabs among the pages of the main package, with their pictures', () => {
  expect(listTabs(config).filter((page) => !config.pages.includes(page))).toEqual([]);
  const pictures = (config.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) => [
    iconPath,
    selectedIconPath,
  ]);
  expect(pictures.filter((name) => name !== undefined && !names.has(name))).toEqual([]);
});

it('gives every page a title of its own or that of the app', () => {
  const untitled = listPages(config).filter((page) => {
    return !(readPageConfig(bundle, page).navigationBarTitleText ?? config.window?.navigationBarTitleText);
  });
  expect(untitled).toEqual([]);
});

it('stays under the limits on size', () => {
  const roots = subPackageRoots();
  expect(sizeOf((name) => !roots.some((root) => name.startsWith(root)))).toBeLessThan(1.5 * MB);
  for (const root of roots) expect(sizeOf((name) => name.startsWith(root))).toBeLessThan(2 * MB);
  expect(sizeOf(() => true)).toBeLessThan(4 * MB);
});

it('makes no code from text, ships no source map and no schema library', () => {
  expect(codeFromText(files)).toEqual([]);
  expect([...names].filter((name) => name.endsWith('.map'))).toEqual([]);
  const withZod = files.filter(({ name, bytes }) => name.endsWith('.js') && bytes.includes('ZodError'));
  expect(withZod.map((file) => file.name)).toEqual([]);
});

it('keeps px as px, so that text follows the person and not the screen', () => {
  const scaled = files.filter(
    ({ name, bytes }) => name.endsWith('.wxss') && /\d(rpx|rem)\b/.test(bytes.toString('utf8')),
  );
  expect(scaled.map((file) => file.name)).toEqual([]);
});

it('has templates that compile and pages whose code loads', async () => {
  expect(bundle.problems).toEqual([]);
  const app = await launchMiniProgram({ dist: bundle });
  expect(() => app.loadPages(listPages(config))).not.toThrow();
  await app.close();
});
