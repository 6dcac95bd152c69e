import { gzipSync } from 'node:zlib';
import { builtFolder, codeFromText, readBuiltFiles } from '../support/builds';

const KB = 1024;
const files = readBuiltFiles(builtFolder('h5'));
const html = files.find((file) => file.name === 'index.html')?.bytes.toString('utf8') ?? '';
const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source);
const links = [...html.matchAll(/<link[^>]*\shref="([^"]+)"/g)].map(([, source = '']) => source);

it('refers to its own files only, relative to the page', () => {
  expect(scripts.length).toBeGreaterThan(0);
  const names = new Set(files.map((file) => `./${file.name}`));
  const foreign = [...scripts, ...links].filter((source) => !names.has(source) && !source.startsWith('data:'));
  expect(foreign).toEqual([]);
});

it('loads under 350 KB of compressed JavaScript first', () => {
  const first = files.filter((file) => scripts.includes(`./${file.name}`));
  const compressed = first.reduce((total, { bytes }) => total + gzipSync(bytes).length, 0);
  expect(compressed).toBeLessThan(350 * KB);
});

it('makes no code from text, ships no source map and no schema library', () => {
  expect(codeFromText(files)).toEqual([]);
  expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([]);
  expect(files.filter(({ name, bytes }) => name.endsWith('.js') && bytes.includes('ZodError'))).toEqual([]);
});

it('speaks Chinese and lets people zoom', () => {
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).not.toMatch(/user-scalable=no|maximum-scale/);
});
