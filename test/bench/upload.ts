/**
 * `npm run bench -- upload`: from the tap on 发布 with three photos of 4 MB just chosen until they are published, in a
 * browser, over 1 Mbit/s and 300 ms; beside it the time that the bytes sent need at that rate.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';
import { openWeakLink } from '../support/weak-link';

const LINK = { bitsPerSecond: 1_000_000, roundTripMs: 300 };
const PHOTOS = 3;
const ROUNDS = 3;
const PUBLISH = '/workbench/representative/publish/index';

/** 12 megapixels and about 4 MB, as a phone's camera makes them: large shapes, and noise that does not compress. */
async function aPhoto(index: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const noise = { type: 'gaussian', mean: 128, sigma: 22 } as const;
  const grain = { create: { width: 1000, height: 750, channels: 3, background: '#888888', noise } } as const;
  const shapes = await sharp({ create: { ...grain.create, width: 40, height: 30 } })
    .resize(4000, 3000)
    .png()
    .toBuffer();
  const buffer = await sharp(await sharp(grain).resize(4000, 3000).png().toBuffer())
    .composite([{ input: shapes, blend: 'overlay' }])
    .jpeg({ quality: 93 })
    .toBuffer();
  return { name: `现场${index}.jpg`, mimeType: 'image/jpeg', buffer };
}

interface Times {
  /** From the tap, and from the choice before it. */
  sinceTap: number;
  sinceChoice: number;
  bytes: number;
  requests: string[];
}

async function publish(
  phone: Phone,
  photos: Awaited<ReturnType<typeof aPhoto>>[],
  sent: { up: number },
): Promise<Times> {
  const { page, shown } = phone;
  const requests: string[] = [];
  let chosen = 0;
  page.on('requestfinished', (request) => {
    const { requestStart, responseStart, responseEnd } = request.timing();
    const at = Math.round(request.timing().startTime - chosen);
    const parts = [requestStart, responseStart, responseEnd].map(Math.round).join('/');
    requests.push(`${at} ${request.method()} ${new URL(request.url()).pathname} ${parts}`);
  });
  const chooser = page.waitForEvent('filechooser');
  await shown('#choose-photos').tap();
  const before = sent.up;
  await (await chooser).setFiles(photos);
  chosen = Date.now();
  await shown('img').first().waitFor();
  const tapped = Date.now();
  await shown('#send').tap();
  await shown('#published').waitFor({ timeout: 60_000 });
  const end = Date.now();
  return { sinceTap: end - tapped, sinceChoice: end - chosen, bytes: sent.up - before, requests };
}

async function round(server: Server, photos: Awaited<ReturnType<typeof aPhoto>>[]): Promise<Times> {
  const browser = await openBrowser();
  const link = await openWeakLink(server.origin);
  try {
    const phone = await openPhone(browser, `${link.origin}/`);
    await phone.becomes('representative');
    await phone.goTo(PUBLISH);
    await phone.type('text', '给刘胜村的老人送去了过冬的被子');
    await phone.page.waitForLoadState('networkidle');
    link.slowDown(LINK);
    return await publish(phone, photos, link.sent);
  } finally {
    await browser.close();
    await link.close();
  }
}

/** As `npm test` finds it; the set-up scripts are plain modules, which are no part of what is compiled here. */
function findChromium(): string {
  const script = "import { findChromium } from './config/setup.mjs'; console.log(await findChromium());";
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return said.trim().split('\n').at(-1) ?? '';
}

/** Prints a row for each round. */
export async function benchUpload(): Promise<void> {
  process.env.CHROME_PATH ??= findChromium();
  const directory = await mkdtemp(join(tmpdir(), 'weixinyuan-bench-'));
  const server = await startServer(directory);
  try {
    const photos = await Promise.all(Array.from({ length: PHOTOS }, (_, index) => aPhoto(index)));
    console.log(`照片 ${photos.map(({ buffer }) => (buffer.length / 1e6).toFixed(1)).join('、')} MB`);
    console.log('| 发出字节 | 按带宽需要毫秒 | 从点发布起毫秒 | 倍数 | 从选好照片起毫秒 | 倍数 |');
    console.log('|---|---|---|---|---|---|');
    for (let index = 0; index < ROUNDS; index++) {
      const { sinceTap, sinceChoice, bytes, requests } = await round(server, photos);
      const needed = (bytes * 8000) / LINK.bitsPerSecond;
      const ratios = [sinceTap, sinceChoice].map((ms) => `${ms} | ${(ms / needed).toFixed(2)}`);
      console.log(`| ${bytes} | ${Math.round(needed)} | ${ratios.join(' | ')} |`);
      if (process.env.VERBOSE) console.log(requests.join('\n'));
    }
  } finally {
    await server.stop('SIGTERM');
    await rm(directory, { recursive: true, force: true });
  }
}
