/** From a published post into the WeChat group and back: card, poster, code, the group's board, the day's brief. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { aPhotoFile, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const TOLD = '桥头的新路灯亮了，乡亲们晚上出门放心了。灯杆换了新的，线也埋到了地下，村里的老人说：“这下走夜路不怕了！”';
const PRIVATE = '给独居老人送去了棉被和取暖器，帮着把窗户封好了';

let directory: string;
let town: Server;
let browser: Browser;
let representative: Phone;
let neighbour: Phone;
const ids = { lamp: '', quilt: '' };

interface Answer {
  data: { token: string; wish: { id: string }; post: { id: string }; mediaId: string; url: string };
}

async function ask(action: string, data: unknown, token?: string): Promise<Answer['data']> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as Answer).data;
}

async function upload(token: string): Promise<string> {
  const { buffer, name, mimeType } = await aPhotoFile();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${town.origin}/media`, { method: 'POST', headers, body: form });
  return ((await response.json()) as Answer).data.mediaId;
}

/** A wish whose wisher agreed to neither name nor photo, in the hands of the representative. */
async function aShyWish(claimer: string): Promise<string> {
  const [resident, liaison] = [
    await ask('account.demoSignIn', { persona: 'resident' }),
    await ask('account.demoSignIn', { persona: 'liaison' }),
  ];
  const wish = {
    content: '冬天屋里太冷，想请人看看窗户',
    category: 'care',
    village: '刘胜村',
    wisher: { name: '欧阳娜仁', phone: '13959171093' },
    consent: { showName: false, showPhoto: false },
    clientToken: 'sharing-shy-wish',
  };
  const { id } = (await ask('wish.submit', wish, resident.token)).wish;
  await ask('wish.review', { id, decision: 'publish', difficulty: 'easy' }, liaison.token);
  await ask('wish.claim', { id }, claimer);
  return id;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-sharing-'));
  [town, browser] = await Promise.all([startServer(directory), openBrowser()]);
  const { token } = await ask('account.demoSignIn', { persona: 'representative' });
  const publish = async (post: object): Promise<string> => (await ask('post.publish', post, token)).post.id;
  const [before = '', after = '', third = ''] = [await upload(token), await upload(token), await upload(token)];
  const outcomes = [{ kind: 'facility', items: 1 }];
  const photos = [before, after];
  const lamp = { text: TOLD, photos, pairs: [{ before, after }], people: 'none', village: '刘胜村', outcomes };
  ids.lamp = await publish({ ...lamp, clientToken: 'sharing-lamp-post' });
  const wishId = await aShyWish(token);
  ids.quilt = await publish({ text: PRIVATE, photos: [third], wishId, clientToken: 'sharing-quilt-post' });

  representative = await openPhone(browser, `${town.origin}/`);
  await representative.becomes('representative');
  neighbour = await openPhone(browser, `${town.origin}/`);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

/** How large a picture is that the page has drawn. */
async function drawnSize({ shown }: Phone, selector: string): Promise<{ width: number; height: number }> {
  const image = shown(`${selector} img`);
  await image.waitFor();
  return image.evaluate(async (element) => {
    const drawn = element as HTMLImageElement;
    await drawn.decode();
    return { width: drawn.naturalWidth, height: drawn.naturalHeight };
  });
}

/** Black and white of 60 × 60 cells: as fine as a camera reads a code. */
const cells = async (image: Sharp): Promise<boolean[]> =>
  [...(await image.resize(60, 60).greyscale().raw().toBuffer())].map((grey) => grey < 128);

it('the poster is saved as a picture that carries the post’s own code', async () => {
  await representative.goTo(`/workbench/sharing/poster/index?id=${ids.lamp}`);
  await representative.shown('#drawn-poster img').waitFor();
  await representative.picture('sharing-1-poster');
  const download = representative.page.waitForEvent('download');
  await representative.press('保存海报');
  expect((await download).suggestedFilename()).toMatch(/^晒单海报-.+-\d+月\d+日\.jpg$/);
  await representative.sees('海报已下载');
  const bytes = await readFile(await (await download).path());
  const { format, width, height } = await sharp(bytes).metadata();
  expect({ format, width }).toEqual({ format: 'jpeg', width: 750 });
  expect(height).toBeGreaterThan(900);
  expect(height).toBeLessThanOrEqual(1334);

  const { url } = await ask('post.code', { id: ids.lamp });
  const code = Buffer.from(await (await fetch(`${town.origin}${url}`)).arrayBuffer());
  const place = { left: 48, top: height - 236 + 28, width: 180, height: 180 };
  const [made, drawn] = [await cells(sharp(code)), await cells(sharp(bytes).extract(place))];
  const same = made.filter((dark, at) => dark === drawn[at]).length / made.length;
  expect(same).toBeGreaterThan(0.97);
  // The same address but for the post's id.
  const { url: other } = await ask('post.code', { id: ids.quilt });
  const foreign = await cells(sharp(Buffer.from(await (await fetch(`${town.origin}${other}`)).arrayBuffer())));
  expect(foreign.filter((dark, at) => dark === drawn[at]).length / made.length).toBeLessThan(0.95);
});

it('the share card is 5:4, before beside after', async () => {
  await representative.press('分享卡片');
  expect(await drawnSize(representative, '#drawn-card')).toEqual({ width: 1000, height: 800 });
  await representative.picture('sharing-2-card');
});

it('without a code the poster is drawn all the same, and says so', async () => {
  await representative.page.route('**/fn/post', (route) =>
    route.request().postData()?.includes('"code"') ? route.abort() : route.continue(),
  );
  await representative.goTo(`/workbench/sharing/poster/index?id=${ids.quilt}`);
  await representative.sees('小程序码没有取到');
  await representative.page.unroute('**/fn/post');
  expect(await drawnSize(representative, '#drawn-poster')).toMatchObject({ width: 750 });
  await representative.picture('sharing-3-poster-plain');
});

it('the day’s brief is copied as it is shown', async () => {
  await representative.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await representative.goTo('/workbench/sharing/brief/index');
  const shown = await representative.shown('#brief-text').innerText();
  expect(shown).toContain('桥头的新路灯亮了');
  await representative.press('复制到群里');
  await representative.sees('已复制，去群里长按粘贴');
  const copied = await representative.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toBe(shown.trim());
  await representative.picture('sharing-4-brief');
});

it('opened from a group it says since when, and leads to the group’s board', async () => {
  await neighbour.goTo(`/pages/post-detail/index?id=${ids.lamp}&group=group-of-liusheng`);
  await neighbour.sees('已晒到本群');
  await neighbour.picture('sharing-5-opened-in-group');
  await neighbour.press('看组内晒单榜');
  await neighbour.sees('1 条');
  await neighbour.shown('.group-board__row').waitFor();
  await neighbour.picture('sharing-6-board');
  await neighbour.press('‹ 上月');
  await neighbour.sees('这个月还没有晒到本群的晒单');
  // The same page with other parameters, opened as from a link: Taro would go back to the one that is there.
  await neighbour.page.goto('about:blank');
  await neighbour.goTo('/workbench/sharing/group-board/index');
  await neighbour.sees('不知道看哪个群的榜');
});

it('whoever follows a link or a code without signing in sees what everybody may see', async () => {
  // As a code opens it: anew, not by going back to the post that was open before.
  await neighbour.page.goto('about:blank');
  await neighbour.goTo(`/pages/post-detail/index?scene=${ids.quilt}`);
  await neighbour.sees(PRIVATE);
  const words = await neighbour.shown('.page').innerText();
  expect(words).toContain('照片按本人意愿不公开');
  expect(words).not.toContain('欧阳');
  expect(await neighbour.shown('.post-photos img, .photo-grid img').count()).toBe(0);
  expect(await neighbour.page.evaluate(() => localStorage.getItem('session.token'))).toBeNull();
  await neighbour.picture('sharing-7-public');
  expect([...representative.troubles, ...neighbour.troubles]).toEqual([]);
});
