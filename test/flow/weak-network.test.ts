/** From a yard with one bar of signal: the network is cut, slowed and mended for real, between browser and gateway. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';
import { openWeakLink, type WeakLink } from '../support/weak-link';

const PUBLISH = '/workbench/representative/publish/index';
const OUTBOX = '/workbench/representative/outbox/index';
const PHOTOS = 3;

let directory: string;
let town: Server;
let browser: Browser;
let token: string;
let link: WeakLink;
let phone: Phone;
/** Large and noisy, as a camera's are: each becomes nearly 400 KB. */
let photos: { name: string; mimeType: string; buffer: Buffer }[];

async function aNoisyPhoto(index: number): Promise<(typeof photos)[number]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const buffer = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name: `现场${index}.jpg`, mimeType: 'image/jpeg', buffer };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-weak-'));
  town = await startServer(join(directory, 'town'));
  const { body } = await town.call('account', 'demoSignIn', { persona: 'representative' });
  ({ token } = (body as { data: { token: string } }).data);
  browser = await openBrowser();
  photos = await Promise.all(Array.from({ length: PHOTOS }, (_, index) => aNoisyPhoto(index)));
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  link = await openWeakLink(town.origin);
  phone = await openPhone(browser, `${link.origin}/`);
  await phone.becomes('representative');
});

afterEach(async () => {
  await phone.close();
  await link.close();
  expect(phone.troubles).toEqual([]);
});

async function fillIn(text: string, { page, shown, goTo, type } = phone): Promise<void> {
  await goTo(PUBLISH);
  await shown('#choose-photos').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await shown('#choose-photos').tap();
  await (await chooser).setFiles(photos);
  await type('text', text);
}

const send = ({ shown }: Pick<Phone, 'shown'> = phone): Promise<void> => shown('#send').tap();

/** As the server has them, for whoever sent them. */
async function postsNamed(text: string): Promise<{ photoCount: number }[]> {
  const { body } = await town.call('post', 'feed', { limit: 50 }, token);
  const { items } = (body as { data: { items: { text: string; photoCount: number }[] } }).data;
  return items.filter((post) => post.text === text);
}

async function isPublishedOnce(text: string): Promise<void> {
  expect(await postsNamed(text)).toEqual([expect.objectContaining({ photoCount: PHOTOS })]);
}

/** What the phone keeps of the posts that wait, as text. */
const queued = ({ page } = phone): Promise<string> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('outbox'))
      .map((key) => localStorage[key] as string)
      .join(),
  );

/** Photos that the phone was told have arrived. */
function countArrivals({ page } = phone): { photos: number } {
  const arrived = { photos: 0 };
  page.on('requestfinished', async (request) => {
    if (request.url().endsWith('/media') && (await request.response())?.ok()) arrived.photos += 1;
  });
  return arrived;
}

const slow = { bitsPerSecond: 4_000_000, roundTripMs: 100 };

it('cut in mid-upload, it waits, says why, and goes on where it was', async () => {
  const text = '为刘胜村八组修好了路灯，中间断了网';
  const arrivals = countArrivals();
  link.slowDown(slow);
  const arrived = phone.page.waitForResponse((response) => response.url().endsWith('/media'));
  await fillIn(text);
  await send();
  await arrived;
  link.stop();
  await phone.goTo(OUTBOX);
  await phone.sees(/服务暂时没有应答/);
  await phone.sees(text);
  await phone.sees(/照片已传 [12]\/3/);
  await phone.picture('outbox-waiting');
  expect(await postsNamed(text)).toEqual([]);
  link.slowDown({});
  link.mend();
  // It goes on by itself, and may have done so before the button is reached.
  await phone
    .shown('button:visible')
    .filter({ hasText: '立即重试' })
    .first()
    .tap({ timeout: 1000 })
    .catch(() => undefined);
  await phone.sees('已发出');
  await phone.picture('outbox-sent');
  await isPublishedOnce(text);
  // However often the others had to be tried, none that had arrived was sent again.
  expect(arrivals.photos).toBe(PHOTOS);
});

it('published, but the answer was lost: sent again, it is still one post', async () => {
  const text = '把修好的轮椅送到了陈大爷家';
  await fillIn(text);
  const published = phone.page.waitForRequest((request) => request.postData()?.includes('"publish"') === true);
  await phone.page.route('**/fn/post', async (route) => {
    // From here on nothing comes back, whatever has gone out.
    link.cutAfter(1, 'down');
    await route.continue();
  });
  await send();
  await published;
  await phone.sees(/服务暂时没有应答/);
  await isPublishedOnce(text);
  expect(await queued()).toContain('"mayBeOut":true');
  await phone.page.unroute('**/fn/post');
  link.mend();
  await phone.goTo(OUTBOX);
  await phone.sees('已发出');
  await isPublishedOnce(text);
});

it('closed in mid-upload, it goes on by itself when the app is opened again', async () => {
  const text = '组织了一场义诊，来了三十多位老人';
  link.slowDown({ bitsPerSecond: 1_000_000 });
  await fillIn(text);
  await send();
  await phone.shown('#sending').waitFor();
  expect(await postsNamed(text)).toEqual([]);
  await phone.page.goto('about:blank');
  link.slowDown({});
  await phone.goTo(OUTBOX);
  await phone.sees('已发出');
  await isPublishedOnce(text);
});

it('without a signal from the beginning, it is written, kept, and sent when there is one', async () => {
  const text = '帮李奶奶家通了下水道';
  const { page } = phone;
  // Opened while there was a signal; then out into the yard.
  await phone.goTo(PUBLISH);
  await phone.shown('#choose-photos').waitFor();
  link.stop();
  await page.context().setOffline(true);
  await fillIn(text);
  await send();
  await phone.sees(/没有信号，连上网会自动发出/);
  await phone.picture('kept-without-signal');
  await phone.goTo(OUTBOX);
  await phone.sees(text);
  await phone.picture('outbox-without-signal');
  link.mend();
  await page.context().setOffline(false);
  await phone.sees('已发出');
  await isPublishedOnce(text);
});

it('two windows of one person with the same draft make one post', async () => {
  const text = '和村干部一起清了三天河道';
  await fillIn(text);
  await phone.page.waitForFunction((words) => JSON.stringify({ ...localStorage }).includes(words), text);
  const page = await phone.page.context().newPage();
  await page.goto(`${link.origin}/#${PUBLISH}`);
  const other = { shown: (selector: string) => page.locator('.taro_page_show').last().locator(selector) };
  await other.shown('img').first().waitFor();
  await Promise.all([send(), send(other)]);
  await phone.shown('#published').waitFor();
  await other.shown('#published').waitFor();
  await isPublishedOnce(text);
});

it('on a slow link progress is shown and moves', async () => {
  const text = '给幸福院送去了十床被子';
  await fillIn(text);
  link.slowDown({ bitsPerSecond: 2_000_000, roundTripMs: 300 });
  await send();
  await phone.picture('slow-link');
  const seen = new Set<string>();
  while (!(await phone.shown('#published').isVisible())) {
    seen.add(
      (await phone
        .shown('#sending')
        .textContent({ timeout: 500 })
        .catch(() => '')) ?? '',
    );
  }
  expect(seen.size).toBeGreaterThan(2);
  await isPublishedOnce(text);
});
