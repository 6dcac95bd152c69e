import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../local/db/server';
import { builtFolder, projectRoot } from '../support/builds';

const built = builtFolder('cloudfunctions');
const areas = readdirSync(built);
let folder: string;
let database: Awaited<ReturnType<typeof startDatabase>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cloud-functions-'));
  database = await startDatabase({ directory: path.join(folder, 'db') });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function dependenciesOf(area: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(built, area, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return manifest.dependencies;
}

/** Puts the function where nothing is within reach but itself and the packages that it asks for. */
function deploy(area: string): string {
  const place = path.join(folder, area);
  cpSync(path.join(built, area), place, { recursive: true });
  for (const name of Object.keys(dependenciesOf(area))) {
    mkdirSync(path.dirname(path.join(place, 'node_modules', name)), { recursive: true });
    symlinkSync(path.join(projectRoot, 'node_modules', name), path.join(place, 'node_modules', name));
  }
  return place;
}

/** Starts a bare Node in the function's folder, calls it once as WeChat would in this context, and gives its answer. */
async function call(area: string, event: unknown, context: Record<string, string> = {}): Promise<unknown> {
  const program = `
    require('./index.js').main(${JSON.stringify(event)}, {}).then((answer) => {
      require('node:fs').writeSync(3, JSON.stringify(answer));
      process.exit(0);
    });
  `;
  const child = spawn(process.execPath, ['--eval', program], {
    cwd: path.join(folder, area),
    env: {
      PATH: process.env.PATH,
      MONGODB_URI: database.uri,
      MONGODB_DATABASE: 'bundled',
      WX_CONTEXT_KEYS: Object.keys(context).join(','),
      ...context,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, said, complained, answer] = child.stdio.map((stream) => {
    const parts: string[] = [];
    stream?.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
    return parts;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const text = answer?.join('') ?? '';
  if (text === '') throw new Error(`${area} ended with ${String(code)}: ${said?.join('')}${complained?.join('')}`);
  return JSON.parse(text);
}

it('has every area that has a configuration, and nothing else', () => {
  const source = path.join(projectRoot, 'cloudfunctions');
  const wanted = readdirSync(source).filter((name) => readdirSync(path.join(source, name)).includes('config.json'));
  expect(areas).toEqual(wanted);
});

describe.each(areas)('%s', (area) => {
  beforeAll(() => deploy(area));

  it('asks for exact versions of few packages, those of the project', () => {
    const ours = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependenciesOf(area))) {
      expect(['heic-decode', 'sharp', 'wx-server-sdk']).toContain(name);
      expect(version).toBe(ours.dependencies[name]);
    }
  });

  it('starts in a bare Node process and answers what it does not know', async () => {
    const answer = await call(area, { action: 'no.such', data: {} });
    expect(answer).toEqual({
      ok: false,
      error: expect.objectContaining({
        code: 'INVALID_INPUT',
        message: expect.any(String),
        traceId: expect.any(String),
      }),
    });
  });
});

it('reaches the database through the bundled driver', async () => {
  const answer = await call('wish', { action: 'wish.list', data: { scope: 'public' } });
  expect(answer).toEqual({ ok: true, data: { items: [], nextCursor: null } });
});

it('knows nobody by what a request says of itself', async () => {
  const answer = await call('account', { action: 'account.me', data: {}, credentials: 'anybody', openId: 'anybody' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
});

const pushed = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'trace', result: { suggest: 'pass' } };

it.each([
  ['nobody named', {}],
  ['a person named, and no client that calls', { WX_OPENID: 'o1', WX_SOURCE: 'wx_unknown' }],
])('takes what WeChat says of a photo: %s', async (_, context) => {
  expect(await call('post', pushed, context)).toEqual({ ok: true });
});

it.each([
  ['a client calls', { WX_OPENID: 'o1', WX_SOURCE: 'wx_client' }],
  ['a client calls through another function', { WX_OPENID: 'o1', WX_SOURCE: 'wx_client,scf' }],
  ['the platform does not say who calls', { WX_OPENID: 'o1' }],
])('takes nothing of the kind where %s', async (_, context) => {
  expect(await call('post', pushed, context)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});
