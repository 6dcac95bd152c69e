import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { account } from '../../cloudfunctions/account/use-cases';
import { media } from '../../cloudfunctions/media/use-cases';
import { DomainError } from '../../domain/errors';
import { startGateway, type Gateway } from '../../local/gateway/gateway';
import { newSecrets } from '../../local/host/secrets';
import { localHost } from '../../local/host/local-host';
import { startFunctions, type Functions } from '../support/functions';
import { aPicture } from '../support/uploads';

const BUNDLE = 'console.log("微心愿");'.repeat(500);
const state = { healthy: true, now: new Date('2021-07-01T02:00:00Z') };

let functions: Functions;
let gateway: Gateway;
let directory: string;
let origin: string;
let token: string;
beforeAll(async () => {
  functions = await startFunctions([account]);
  directory = await mkdtemp(join(tmpdir(), 'gateway-'));
  const pages = join(directory, 'h5');
  await mkdir(join(pages, 'js'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>微心愿</title>');
  await writeFile(join(pages, 'js', 'app.0123abcd.js'), BUNDLE);
  await writeFile(join(directory, 'secret.txt'), 'secret');
  const secrets = newSecrets();
  const now = (): Date => state.now;
  const files = join(directory, 'files');
  gateway = await startGateway({
    areas: [account, media],
    host: localHost({ directory: files, secrets, demo: true, now }),
    files: { directory: files, linkKey: secrets.linkKey, now },
    pages,
    health: () =>
      state.healthy
        ? Promise.resolve({ database: 'embedded', version: '1.2.3' })
        : Promise.reject(new DomainError('UNAVAILABLE')),
    address: '127.0.0.1',
    port: 0,
  });
  origin = `http://127.0.0.1:${gateway.port}`;
  const signedIn = await call('account', { action: 'demoSignIn', data: { persona: 'admin' } });
  token = (signedIn.body as { data: { token: string } }).data.token;
});
afterAll(async () => {
  await gateway.close();
  await functions.close();
  await rm(directory, { recursive: true, force: true });
});

const answerOf = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown });

async function call(name: string, body: unknown, bearer?: string) {
  return answerOf(
    await fetch(`${origin}/fn/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

async function uploadFile(bytes: Uint8Array, { field = 'file', name = 'a.jpg', bearer = token } = {}) {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), name);
  return answerOf(
    await fetch(`${origin}/media`, { method: 'POST', headers: { authorization: `Bearer ${bearer}` }, body: form }),
  );
}

/** Sends the path as it is written: fetch would tidy it up. */
const rawGet = (path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: gateway.port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end();
  });

const refused = (code: string) => ({
  ok: false,
  error: { code, message: expect.any(String), traceId: expect.any(String) },
});

it('says how it is', async () => {
  expect(await answerOf(await fetch(`${origin}/health`))).toEqual({
    status: 200,
    body: { ok: true, database: 'embedded', version: '1.2.3' },
  });
  state.healthy = false;
  const ill = await answerOf(await fetch(`${origin}/health`));
  state.healthy = true;
  expect(ill).toMatchObject({ status: 503, body: refused('UNAVAILABLE') });
});

describe('POST /fn/<name>', () => {
  it('answers an envelope with the caller known by the bearer token', async () => {
    expect(await call('account', { action: 'me', data: {} }, token)).toMatchObject({
      status: 200,
      body: { ok: true, data: { me: { roles: ['resident', 'admin'] } } },
    });
  });

  it.each([
    ['no token', () => call('account', { action: 'me', data: {} }), 401, 'UNAUTHENTICATED'],
    ['a forged token', () => call('account', { action: 'me', data: {} }, `${token}x`), 401, 'UNAUTHENTICATED'],
    ['an unknown function', () => call('nothing', { action: 'me' }), 404, 'NOT_FOUND'],
    ['an unknown action', () => call('account', { action: 'constructor' }), 400, 'INVALID_INPUT'],
    ['input of the wrong shape', () => call('account', { action: 'demoSignIn', data: {} }), 400, 'INVALID_INPUT'],
    ['no JSON', () => call('account', '{ "action":'), 400, 'INVALID_INPUT'],
    ['JSON that is no call', () => call('account', '"me"'), 400, 'INVALID_INPUT'],
    ['a body over one megabyte', () => call('account', { action: 'x'.repeat(1024 * 1024) }), 413, 'TOO_LARGE'],
  ])('refuses %s', async (_what, send, status, code) => {
    expect(await send()).toMatchObject({ status, body: refused(code) });
  });

  it('is not to be had by GET', async () => {
    expect(await answerOf(await fetch(`${origin}/fn/account`))).toMatchObject({
      status: 404,
      body: refused('NOT_FOUND'),
    });
    expect(await answerOf(await fetch(`${origin}/`, { method: 'DELETE' }))).toMatchObject({ status: 404 });
  });
});

describe('POST /media', () => {
  it('takes a photo and shows its renditions to anybody', async () => {
    const { status, body } = await uploadFile(await aPicture(900, 600).jpeg().toBuffer());
    expect({ status, body }).toMatchObject({ status: 200, body: { ok: true, data: { mediaId: expect.any(String) } } });
    const photo = await fetch(`${origin}${(body as { data: { url: string } }).data.url}`);
    expect(photo.status).toBe(200);
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    expect(photo.headers.get('cache-control')).toContain('immutable');
    expect((await photo.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('takes a workbook under a link that ends after an hour', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('台账');
    const { body } = await uploadFile(new Uint8Array(await workbook.xlsx.writeBuffer()), { name: '台账.xlsx' });
    const { url } = (body as { data: { url: string } }).data;
    const sheet = await fetch(`${origin}${url}`);
    expect(sheet.status).toBe(200);
    // No name: the page's own holds.
    expect(sheet.headers.get('content-disposition')).toBe('attachment');
    expect(sheet.headers.get('cache-control')).toBe('private, no-store');
    expect((await fetch(`${origin}${url.split('?')[0] ?? ''}`)).status).toBe(404);
    expect((await fetch(`${origin}${url}x`)).status).toBe(404);
    state.now = new Date('2021-07-01T03:00:00.001Z');
    const late = await answerOf(await fetch(`${origin}${url}`));
    state.now = new Date('2021-07-01T02:00:00Z');
    expect(late).toMatchObject({ status: 404, body: { error: { message: expect.stringContaining('过期') } } });
  });

  it.each([
    ['without a sign-in', () => uploadFile(new Uint8Array(20), { bearer: '' }), 401, 'UNAUTHENTICATED'],
    ['what is no photo', () => uploadFile(new TextEncoder().encode('<script>')), 400, 'INVALID_INPUT'],
    ['another field', () => uploadFile(new Uint8Array(20), { field: 'picture' }), 400, 'INVALID_INPUT'],
    ['over ten megabytes', () => uploadFile(new Uint8Array(10 * 1024 * 1024 + 1)), 413, 'TOO_LARGE'],
    ['far over ten megabytes', () => uploadFile(new Uint8Array(40 * 1024 * 1024)), 413, 'TOO_LARGE'],
  ])('refuses a file %s', async (_what, send, status, code) => {
    expect(await send()).toMatchObject({ status, body: refused(code) });
  });

  it.each(['application/json', 'multipart/form-data', 'multipart/form-data; boundary=x'])(
    'refuses a body of %s that is no form',
    async (contentType) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': contentType };
      const response = await fetch(`${origin}/media`, { method: 'POST', headers, body: '{}' });
      expect(await answerOf(response)).toMatchObject({ status: 400, body: refused('INVALID_INPUT') });
    },
  );

  it('outlives a form that ends in the middle of its file', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' };
    const begun = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    for (const body of [`${begun}${'bytes'.repeat(1000)}`, begun]) {
      const response = await fetch(`${origin}/media`, { method: 'POST', headers, body });
      expect(await answerOf(response)).toMatchObject({ status: 400, body: refused('INVALID_INPUT') });
    }
  });

  it('leaves nothing of refused and broken-off uploads on disk', async () => {
    await new Promise<void>((resolve) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 1_000_000,
      };
      const sent = request({ host: '127.0.0.1', port: gateway.port, path: '/media', method: 'POST', headers });
      sent.on('error', () => resolve());
      sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf', () => {
        setTimeout(() => sent.destroy(new Error('gone')), 100);
      });
    });
    const leftovers = async (): Promise<string[]> =>
      (await readdir(join(directory, 'files', 'uploads'), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
    for (let tries = 0; tries < 50 && (await leftovers()).length > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await leftovers()).toEqual([]);
  });
});

describe('the pages', () => {
  it('serves the built mini-program, asking each time whether it is still the same', async () => {
    const page = await fetch(`${origin}/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).toContain('微心愿');
  });

  it.each(['br', 'gzip'])('compresses with %s for who understands it', async (encoding) => {
    const headers = { 'accept-encoding': encoding };
    const script = await fetch(`${origin}/js/app.0123abcd.js`, { headers });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe(encoding);
    expect(Number(script.headers.get('content-length'))).toBeLessThan(BUNDLE.length / 10);
    expect(await script.text()).toBe(BUNDLE);
    const plain = await fetch(`${origin}/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-length')).toBe(String(Buffer.byteLength(BUNDLE)));
  });

  it('answers 304 to who has the page already', async () => {
    const etag = (await fetch(`${origin}/`)).headers.get('etag') ?? '';
    expect((await fetch(`${origin}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('sends security headers with everything', async () => {
    for (const path of ['/', '/health', '/nothing']) {
      const { headers } = await fetch(`${origin}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/js/..%2f..%2fsecret.txt',
    '/js/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/files/../secret.txt',
    '/files/images/..%2f..%2f..%2fsecret.txt',
    '/files/uploads/x/y',
    '/index.html%00.js',
    '/%E0%A4%A',
    '//etc/passwd',
    '/nothing.js',
    '/js/',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await rawGet(path);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject(refused('NOT_FOUND'));
  });
});
