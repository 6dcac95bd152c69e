/** What the gateway gives out of what has been stored: photos in the form that a browser takes, and never an upload. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { account } from '../../cloudfunctions/account/use-cases';
import { uploadKey } from '../../cloudfunctions/host/uploads';
import { media } from '../../cloudfunctions/media/use-cases';
import { startGateway, type Gateway } from '../../local/gateway/gateway';
import { localHost } from '../../local/host/local-host';
import { newSecrets } from '../../local/host/secrets';
import { pngOf } from '../fixtures/odd-images';
import { startFunctions, type Functions } from '../support/functions';
import { aPicture } from '../support/uploads';

let functions: Functions;
let gateway: Gateway;
let files: string;
let origin: string;
const who = { token: '', accountId: '' };
const secrets = newSecrets();
beforeAll(async () => {
  functions = await startFunctions([]);
  files = join(functions.directory, 'stored');
  gateway = await startGateway({
    areas: [account, media],
    host: localHost({ directory: files, secrets, demo: true }),
    files: { directory: files, linkKey: secrets.linkKey, now: () => new Date() },
    pages: functions.directory,
    health: () => Promise.resolve({ database: 'embedded', version: '1.2.3' }),
    address: '127.0.0.1',
    port: 0,
  });
  origin = `http://127.0.0.1:${gateway.port}`;
  const signedIn = await fetch(`${origin}/fn/account`, {
    method: 'POST',
    body: JSON.stringify({ action: 'demoSignIn', data: { persona: 'resident' } }),
  });
  const { data } = (await signedIn.json()) as { data: { token: string; me: { accountId: string } } };
  Object.assign(who, { token: data.token, accountId: data.me.accountId });
});
afterAll(async () => {
  await gateway.close();
  await functions.close();
});

async function send(bytes: Uint8Array, name = 'a.jpg'): Promise<{ ok: boolean; data: { url: string } }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { authorization: `Bearer ${who.token}` };
  const answer = await fetch(`${origin}/media`, { method: 'POST', headers, body: form });
  return (await answer.json()) as { ok: boolean; data: { url: string } };
}

const get = (path: string, accept = '*/*'): Promise<Response> => fetch(`${origin}${path}`, { headers: { accept } });
const BROWSER = 'image/avif,image/webp,image/apng,*/*;q=0.8';

it('gives a photo as WebP to those who take it and as JPEG to others, under one address', async () => {
  const { url } = (await send(await aPicture(900, 600).jpeg().toBuffer())).data;
  const [webp, jpeg] = [await get(url, BROWSER), await get(url)];
  for (const [answer, format] of [[webp, 'webp'] as const, [jpeg, 'jpeg'] as const]) {
    expect([answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([`image/${format}`, 'accept']);
    const { width, format: real } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, real]).toEqual([720, format]);
  }
});

it('gives the JPEG where there is no WebP: of the largest size, and of photos of earlier days', async () => {
  const { url } = (await send(await aPicture(900, 600).jpeg().toBuffer())).data;
  const largest = await get(url.replace('-720', '-1600'), BROWSER);
  expect([largest.status, largest.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  await rm(join(files, url.replace('/files/', '').replace('.jpg', '.webp')));
  expect((await get(url, BROWSER)).headers.get('content-type')).toBe('image/jpeg');
});

it('gives nobody an original', async () => {
  const host = localHost({ directory: files, secrets, demo: true });
  const key = uploadKey(who.accountId, 'original.jpg');
  await host.files.put(key, await aPicture().jpeg().toBuffer(), 'image/jpeg');
  for (const path of [key, `images/../${key}`, `images/%2e%2e/${key}`, `codes/../${key}`]) {
    expect((await get(`/files/${path}`)).status).toBe(404);
  }
});

it('says how it is while pictures that take long are taken in', async () => {
  const finished: string[] = [];
  const slow = [1, 2, 3].map(async (number) => {
    expect((await send(pngOf(8000, true), 'slow.jpg')).ok).toBe(true);
    finished.push(`picture ${number}`);
  });
  for (let call = 1; call <= 5; call += 1) {
    expect((await get('/health')).status).toBe(200);
    finished.push('health');
  }
  await Promise.all(slow);
  expect(finished.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'health'));
});
