/** Bundles each folder of cloudfunctions/ that has a config.json into a folder that WeChat cloud can deploy as it is. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '..');
const source = path.join(root, 'cloudfunctions');
const output = path.resolve(root, process.env.BUILD_OUTPUT ?? 'dist/cloudfunctions');

/** Installed beside the function: native binaries, WebAssembly that a thread loads by itself, and the platform's own SDK. */
const installed = ['heic-decode', 'sharp', 'wx-server-sdk'];
/** Lies beside a function that prints .pdf (kit/pdf): the package holds nine weights, 95 MB, of which two are used. */
const fonts = ['400Regular', '700Bold'];
/** The driver asks for these inside try/catch and does without. */
const optional = [
  '@aws-sdk/credential-providers',
  '@mongodb-js/zstd',
  'gcp-metadata',
  'kerberos',
  'mongodb-client-encryption',
  'snappy',
  'socks',
];

async function bundle(name: string): Promise<void> {
  const entry = path.join(source, name, 'index.ts');
  if (!existsSync(entry)) throw new Error(`cloudfunctions/${name} 有 config.json，却没有 index.ts`);
  const folder = path.join(output, name);
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'linked',
    external: [...installed, ...optional],
    absWorkingDir: root,
    logLevel: 'warning',
  });
  for (const file of outputFiles) writeFileSync(file.path, file.contents);
  const code = outputFiles.find((file) => file.path.endsWith('index.js'))?.text ?? '';
  copyFileSync(path.join(source, name, 'config.json'), path.join(folder, 'config.json'));
  if (code.includes('NotoSansSC_')) copyFonts(path.join(folder, 'fonts'));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest(name, code), null, 2)}\n`);
}

function copyFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const weight of fonts) {
    const name = `NotoSansSC_${weight}.ttf`;
    const source = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc', weight, name);
    copyFileSync(source, path.join(folder, name));
  }
}

function manifest(name: string, code: string): Record<string, unknown> {
  const versions = projectDependencies();
  const used = installed.filter((dependency) => code.includes(JSON.stringify(dependency)));
  const dependencies = Object.fromEntries(used.map((dependency) => [dependency, versions[dependency]]));
  return { name, version: '1.0.0', private: true, main: 'index.js', dependencies };
}

function projectDependencies(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
}

async function main(): Promise<void> {
  const names = readdirSync(source).filter((name) => existsSync(path.join(source, name, 'config.json')));
  mkdirSync(output, { recursive: true });
  for (const name of names.sort()) await bundle(name);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
