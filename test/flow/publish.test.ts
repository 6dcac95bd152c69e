/** 晒一单 on a representative's phone: from the camera to the post, with and without a signal. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { PostView } from '../../contract/post';
import type { Role } from '../../domain/caller';
import { aPhotoFile, FAKE_CAMERA, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const WISHER = '欧阳娜仁';
const CONTENT = `桥头的路灯坏了两个月，我是${WISHER}，盼着早点修好`;
const PUBLISH = '/workbench/representative/publish/index';

let directory: string;
let server: Server;
let browser: Browser;
let phone: Phone;
let page: Page;
let author: string;
let wishId: string;

async function ask<Data>(action: string, data: unknown, token?: string): Promise<Data> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await server.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as { data: Data }).data;
}

const signIn = async (persona: Role): Promise<string> =>
  (await ask<{ token: string }>('account.demoSignIn', { persona })).token;

/** One's own wish, fulfilled; the wisher said no to photos. */
async function aFulfilledWish(): Promise<string> {
  const [resident, liaison] = [await signIn('resident'), await signIn('liaison')];
  const submitted = await ask<{ wish: { id: string } }>(
    'wish.submit',
    {
      content: CONTENT,
      category: 'facility',
      village: '刘胜村',
      wisher: { name: WISHER, phone: '13959171093' },
      consent: { showName: true, showPhoto: false },
      clientToken: 'publish-flow-wish',
    },
    resident,
  );
  const { id } = submitted.wish;
  await ask('wish.review', { id, decision: 'publish', difficulty: 'easy', dueDays: 30 }, liaison);
  await ask('wish.claim', { id }, author);
  await ask('wish.fulfil', { id, note: '换了新灯', outcomes: [] }, author);
  return id;
}

const newest = async (): Promise<PostView> => {
  const { items } = await ask<{ items: PostView[] }>('post.feed', { limit: 1 }, author);
  const [first] = items;
  if (!first) throw new Error('no post');
  return (await ask<{ post: PostView }>('post.get', { id: first.id }, author)).post;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-publish-'));
  server = await startServer(join(directory, 'town'));
  browser = await openBrowser(FAKE_CAMERA);
  author = await signIn('representative');
  wishId = await aFulfilledWish();
  phone = await openPhone(browser, `${server.origin}/`);
  ({ page } = phone);
  await phone.becomes('representative');
});

afterAll(async () => {
  expect(phone.troubles).toEqual([]);
  await browser.close();
  await server.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

/** Presses what opens the camera or the album, and gives it this photo. */
async function choose(selector: string, photo: Awaited<ReturnType<typeof aPhotoFile>>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await phone.shown(selector).tap();
  await (await chooser).setFiles([photo]);
}

const tileIsThere = (count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('.post-photos__photo').length === n, count);

const caption = (): Promise<string> => phone.shown('#text textarea').inputValue();

const isOn = (text: string): Promise<boolean> => phone.shown('.chip--on').filter({ hasText: text }).isVisible();

async function startAnother(): Promise<void> {
  await phone.shown('#again').tap();
  await phone.shown('#take-photo').waitFor();
}

it('takes two taps to the camera and four until it is out', async () => {
  let taps = 0;
  const tap = async (act: () => Promise<void>) => {
    taps += 1;
    await act();
  };
  await tap(() => phone.tab('晒单'));
  await page.locator('#publish:visible').waitFor();
  await tap(async () => choose('#publish', await aPhotoFile()));
  expect(taps).toBe(2);
  await tileIsThere(1);
  await tap(() => phone.shown('.publish__claim').filter({ hasText: '桥头的路灯' }).tap());
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#text textarea')?.value.includes('桥头'),
  );
  await phone.picture('publish-1-linked');
  await tap(() => phone.shown('#send').tap());
  await phone.shown('#published').waitFor();
  await phone.picture('publish-2-published');
  expect(taps).toBe(4);

  const post = await newest();
  expect(post.wish?.id).toBe(wishId);
  expect(post.text).toBe('刘胜村：为居民改善基础设施，“桥头的路灯坏了两个月，盼着早点修好”这个心愿办成了。');
  // The wisher did not agree to photos, and the author said nothing else.
  const { post: seen } = await ask<{ post: PostView }>('post.get', { id: post.id });
  expect(post.photos).toHaveLength(1);
  expect(seen.photos).toEqual([]);
});

/** Stripes of one pixel: what is averaged away is seen at once. */
async function striped(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [width, height] = [960, 720];
  const pixels = Buffer.alloc(width * height * 3, 40);
  for (let at = 0; at < width * height; at += 1) if ((at % width) % 8 < 4) pixels.fill(220, at * 3, at * 3 + 3);
  const buffer = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  return { name: '车牌.jpg', mimeType: 'image/jpeg', buffer };
}

/** How far the grey values of a part of the photo lie apart. */
async function contrastIn(bytes: Buffer, left: number, top: number): Promise<number> {
  const part = await sharp(bytes).extract({ left, top, width: 12, height: 12 }).greyscale().raw().toBuffer();
  return Math.max(...part) - Math.min(...part);
}

it('blurs for good what the finger goes over, and only the blurred photo travels', async () => {
  await startAnother();
  let arrived = 0;
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/media')) arrived += 1;
  });
  // So slow a signal that the photo as it was taken is still on its way when it has been blurred.
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/media', async (route) => {
    await opened;
    await route.continue();
  });
  await choose('#take-photo', await striped());
  await tileIsThere(1);
  await phone.shown('.post-photos__press').tap();
  await phone.shown('#photo-blur').tap();
  await phone.sees('用手指在人脸');
  // The page has slid in, and the photo lies on it.
  await page.waitForTimeout(600);
  await phone.shown('.blur__opening').waitFor({ state: 'detached' });
  const canvas = phone.shown('.blur__canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const stroke = async (from: number, to: number, at: number) => {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * at);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * at, { steps: 5 });
    await page.mouse.up();
  };
  await stroke(0.4, 0.6, 0.5);
  await stroke(0.1, 0.3, 0.1);
  await phone.shown('#undo').tap();
  await phone.picture('publish-3-blur');
  await phone.shown('#blur-done').tap();
  await phone.shown('#send').waitFor();
  open();
  await phone.type('text', '村口停车位划好了线，大家停车有了规矩');
  await phone.shown('#send').tap();
  await phone.shown('#published').waitFor();
  await page.unroute('**/media');

  const [photo] = (await newest()).photos;
  const view = Buffer.from(await (await fetch(new URL(photo?.view ?? '', server.origin))).arrayBuffer());
  expect(arrived).toBe(1);
  // Under the finger one colour in each block of 20 pixels; what was undone, and what was not touched, has its stripes.
  expect(await contrastIn(view, 484, 364)).toBeLessThan(12);
  expect(await contrastIn(view, 194, 74)).toBeGreaterThan(120);
  expect(await contrastIn(view, 800, 600)).toBeGreaterThan(120);
});

it('takes 办之后 through the veil of 办之前', async () => {
  await startAnother();
  await choose('#take-photo', await aPhotoFile());
  await tileIsThere(1);
  await phone.shown('.post-photos__press').tap();
  await phone.shown('#shoot-after').tap();
  await phone.shown('#shutter:enabled').waitFor();
  await phone.shown('#veil-slider').fill('60');
  expect(await phone.shown('#veil').evaluate((veil) => getComputedStyle(veil).opacity)).toBe('0.6');
  await phone.picture('publish-4-camera');
  await phone.shown('#shutter').tap();
  await phone.shown('#retake').tap();
  await phone.shown('#shutter').tap();
  await phone.shown('#use-shot').tap();
  await tileIsThere(2);
  expect(await phone.shown('.post-photos__part').allInnerTexts()).toEqual(['办之前', '办之后']);
  await phone.picture('publish-5-pair');
  await phone.type('text', '垃圾清走了，路边种上了花');
  await phone.shown('#send').tap();
  await phone.shown('#published').waitFor();
  const { photos, pairs } = await newest();
  expect(pairs).toEqual([{ before: photos[0]?.id, after: photos[1]?.id }]);
  // In the frame of the earlier picture.
  expect((photos[1]?.width ?? 0) / (photos[1]?.height ?? 1)).toBeCloseTo(4 / 3, 1);
});

it('shows the spots that must go, and sends what was mended', async () => {
  await startAnother();
  await choose('#take-photo', await aPhotoFile());
  await phone.type('text', '路灯修好了，有事打13959171093找我');
  await phone.shown('#send').tap();
  await phone.shown('#spots').waitFor();
  expect(await phone.shown('.marked-text__mark').allInnerTexts()).toEqual(['13959171093']);
  await phone.sees('“13959171093”是手机号，请整个删去。');
  await phone.picture('publish-6-spots');
  await phone.type('text', '路灯修好了，有事来代表联络站找我');
  await phone.shown('#spots').waitFor({ state: 'detached' });
  await phone.shown('#send').tap();
  await phone.shown('#published').waitFor();
  expect((await newest()).text).toBe('路灯修好了，有事来代表联络站找我');
});

it('keeps the draft over a reload, and without a signal the post until there is one', async () => {
  const text = '下雨积水的路垫高了，老人出门不湿鞋';
  await phone.goTo(PUBLISH);
  await page.reload();
  await choose('#take-photo', await aPhotoFile());
  await tileIsThere(1);
  await phone.type('text', text);
  await phone.shown('.chip').filter({ hasText: '没有' }).tap();
  await page.waitForTimeout(500);
  await page.reload();
  await tileIsThere(1);
  expect(await caption()).toBe(text);
  expect(await isOn('没有')).toBe(true);
  await page.context().setOffline(true);
  await choose('#take-photo', await aPhotoFile());
  await tileIsThere(2);
  await phone.shown('#send').tap();
  await phone.shown('#kept').waitFor();
  await phone.picture('publish-7-kept');
  await page.context().setOffline(false);
  await phone.shown('#published').waitFor();
  const post = await newest();
  expect(post.text).toBe(text);
  expect(post.photos).toHaveLength(2);
});
