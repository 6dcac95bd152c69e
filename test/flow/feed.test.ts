/** 晒单流 as people meet it on a phone: nothing jumps, nothing is missed, and what goes wrong with a post is put right. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import type { Role } from '../../domain/caller';
import { findBlemishes, SHOWN } from '../support/page-audit';
import { openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const POSTS = 12;
const FIRST_PAGE = 10;

let directory: string;
let town: Server;
let browser: Browser;
let author: string;
let photos: string[];
/** The newest first. */
const published: string[] = [];

interface Answer {
  data: { token: string; post: { id: string }; mediaId: string };
}

async function ask(token: string, action: string, data: unknown): Promise<Answer['data']> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as Answer).data;
}

const signIn = async (persona: Role): Promise<string> => (await ask('', 'account.demoSignIn', { persona })).token;

async function upload(token: string, index: number): Promise<string> {
  const background = { r: 60 + index * 18, g: 110, b: 190 - index * 15 };
  const size = index % 2 === 0 ? { width: 800, height: 600 } : { width: 480, height: 640 };
  const jpeg = await sharp({ create: { ...size, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), '现场.jpg');
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${town.origin}/media`, { method: 'POST', headers, body: form });
  return ((await response.json()) as Answer).data.mediaId;
}

async function publish(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const clientToken = `feed-test-${published.length}`;
  const own = { text, photos: photos.slice(0, 3 + (published.length % 7)), people: 'none', clientToken, ...more };
  const { id } = (await ask(author, 'post.publish', own)).post;
  published.unshift(id);
  return id;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-feed-'));
  town = await startServer(directory);
  browser = await openBrowser();
  author = await signIn('representative');
  photos = await Promise.all(Array.from({ length: 9 }, (_, index) => upload(author, index)));
  for (let at = 1; at <= POSTS; at += 1) {
    const pair = { before: photos[0], after: photos[2] };
    await publish(`第 ${at} 单：和村民一起清理了水渠，疏通了涵洞`, at === POSTS ? { pairs: [pair] } : {});
  }
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

/** On the page that is seen: of two tabs that were opened both stay in the document. */
const on = (phone: Phone, selector: string): Locator => phone.page.locator(`${SHOWN} ${selector}`);

const idsOn = (phone: Phone): Promise<string[]> =>
  on(phone, '[id^="share-"]').evaluateAll((buttons) => buttons.map(({ id }) => id.slice('share-'.length)));

const openPost = async (phone: Phone, id: string) => {
  await phone.goTo(`/pages/post-detail/index?id=${id}`);
  await phone.shown('#comments').waitFor();
};

/** What moved on the page by itself: 0 is a page that stands still. */
async function watchShifts(phone: Phone): Promise<void> {
  await phone.page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

it('asks for ten pictures at most, stands still while they come, and misses and repeats nothing further down', async () => {
  const phone = await openPhone(browser, `${town.origin}/`);
  await watchShifts(phone);
  const pictures = new Set<string>();
  await phone.page.route(/\/files\/images\//, async (route) => {
    pictures.add(route.request().url());
    // On a weak signal the words are read long before the photos are there.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await phone.page.goto('about:blank');
  await phone.goTo('/pages/feed/index');
  await phone.shown('.post-card__cover').first().waitFor();
  await phone.page.waitForLoadState('networkidle');
  expect(pictures.size).toBeGreaterThan(0);
  expect(pictures.size).toBeLessThanOrEqual(FIRST_PAGE);
  const shift = await phone.page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
  expect(shift).toBeLessThan(0.01);
  await phone.picture('feed');

  const before = [...published];
  const arrived = await publish('刚刚：帮独居老人换好了水龙头');
  await phone.shown('#feed').evaluate((feed) => feed.closest('.taro_page')?.scrollTo(0, 1e6));
  await phone.sees('已经到底了');
  expect(await idsOn(phone)).toEqual(before);

  await phone.page.clock.setFixedTime(Date.now() + 60_000);
  await phone.tab('榜单');
  await phone.sees('按小组');
  await phone.tab('晒单');
  await phone.sees('有 1 条新晒单，点此查看');
  await phone.picture('feed-new');
  await on(phone, '#fresh-posts').tap();
  await on(phone, `#share-${arrived}`).waitFor();
  expect((await idsOn(phone)).slice(0, 3)).toEqual(published.slice(0, 3));

  await on(phone, '.post-card__author').first().tap();
  await phone.sees(/^只看：.+代表/);
  await on(phone, '.tabs__tab >> text=精选').tap();
  await phone.sees(/代表还没有精选晒单/);
  await on(phone, '#feed-clear').tap();
  await phone.sees('还没有精选晒单');
  expect(phone.troubles).toEqual([]);
  await phone.close();
});

it('a resident says thanks and a word, without anybody’s number in it', async () => {
  const [id = ''] = published;
  const phone = await openPhone(browser, `${town.origin}/`);
  await openPost(phone, id);
  await phone.press('感谢');
  await phone.sees(/^✓ 已感谢 1$/);

  await phone.shown('#write-comment').tap();
  await phone.type('comment', '谢谢周代表，我的电话是13959171093');
  await phone.shown('#comment-send').tap();
  await phone.shown('#refused-spots').waitFor();
  expect(await phone.shown('.marked-text__mark').allTextContents()).toEqual(['13959171093']);
  await phone.picture('comment-refused');
  await phone.type('comment', '谢谢代表，水龙头好用了');
  await phone.shown('#comment-send').tap();
  await phone.shown('.comments__text').waitFor();
  await phone.sees('评论 1');
  expect(await phone.shown('.comments__text').allTextContents()).toEqual(['谢谢代表，水龙头好用了']);
  await phone.picture('post');
  expect(phone.troubles).toEqual([]);
  await phone.close();
});

it('what is reported is hidden by the liaison, and its author reads why', async () => {
  const [, id = ''] = published;
  const resident = await openPhone(browser, `${town.origin}/`);
  await openPost(resident, id);
  await resident.picture('post-pair');
  const covered = () => on(resident, '.before-after__over').evaluate((over) => getComputedStyle(over).clipPath);
  expect(await covered()).toBe('inset(0px 50% 0px 0px)');
  await on(resident, '.before-after__input').press('Home');
  expect(await covered()).toBe('inset(0px 100% 0px 0px)');
  await resident.shown('.post-card__menu').tap();
  await resident.press('举报');
  await resident.press('照片没有征得本人同意');
  await resident.shown('#reason-submit').tap();
  await resident.sees('已收到举报，会有专人查看');
  await resident.close();

  const liaison = await openPhone(browser, `${town.origin}/`);
  await liaison.becomes('liaison');
  await liaison.goTo('/workbench/group/judging/index');
  await liaison.sees('1 人举报');
  expect(await findBlemishes(liaison.page)).toEqual([]);
  await liaison.picture('judging');
  await liaison.press('隐藏…');
  await liaison.press('照片没有征得本人同意');
  await liaison.shown('#reason-submit').tap();
  await liaison.sees('没有被举报的晒单和评论');
  expect(liaison.troubles).toEqual([]);
  await liaison.close();

  const writer = await openPhone(browser, `${town.origin}/`);
  await writer.becomes('representative');
  await openPost(writer, id);
  await writer.sees('这条晒单已被隐藏');
  await writer.sees('原因：照片没有征得本人同意');
  await writer.sees('重新晒一单');
  await writer.picture('post-hidden');
  expect(writer.troubles).toEqual([]);
  await writer.close();
});

it('whoever opens a shared card sees the public rendering, signed in or not', async () => {
  const id = await publish('看望了村里的老人，送去米面油', { people: 'unasked' });
  const phone = await openPhone(browser, `${town.origin}/`);
  const asked: string[] = [];
  phone.page.on('request', (request) => {
    if (request.url().includes('/fn/')) asked.push(request.postData() ?? '');
  });
  await openPost(phone, id);
  await phone.sees('照片按本人意愿不公开');
  expect(await phone.shown('.post-photos img').count()).toBe(0);
  expect(asked.filter((call) => /signIn/i.test(call))).toEqual([]);

  await phone.goTo('/pages/mine/index');
  await phone.becomes('liaison');
  await openPost(phone, id);
  await phone.shown('.post-photos img').first().waitFor();
  expect(phone.troubles).toEqual([]);
  await phone.close();
});
