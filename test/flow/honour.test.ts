/** 月度典型代表 as people do it: the liaison names and writes, the presidium signs and publishes, everybody reads. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { hasOpened, monthBefore } from '../../domain/model';
import { shanghaiMonth } from '../../domain/time';
import type { Role } from '../../domain/caller';
import { findBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, aPhotoFile, openBrowser, openPhone, type Phone, write } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const models = '/workbench/honour/models/index';
const model = '/workbench/honour/model/index';
const article = '/workbench/honour/article/index';
const articles = '/workbench/honour/articles/index';

// The clock of the pages is the real one: before the 25th it is the month before that is written about, without a deed.
const month = shanghaiMonth(new Date());
const isOpen = hasOpened(month, new Date());

let directory: string;
let town: Server;
let browser: Browser;
let liaison: Phone;
let clerk: Phone;
let groupId: string;
let id: string;
let name: string;

interface Me {
  groupId: string;
  name: string;
  representativeId: string;
}

async function ask<Data>(token: string, action: string, data: unknown): Promise<Data> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as { data: Data }).data;
}

const signIn = (persona: Role) => ask<{ token: string; me: Me }>('', 'account.demoSignIn', { persona });

async function aPost(token: string): Promise<void> {
  const { name: fileName, mimeType, buffer } = await aPhotoFile();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), fileName);
  const headers = { authorization: `Bearer ${token}` };
  const sent = await fetch(`${town.origin}/media`, { method: 'POST', body: form, headers });
  const { data } = (await sent.json()) as { data: { mediaId: string } };
  await ask(token, 'post.publish', {
    text: '给独居老人换了新灯，看着亮堂多了',
    photos: [data.mediaId],
    people: 'none',
    village: '刘胜村',
    clientToken: 'flow-honour-post',
  });
}

async function goTo(phone: Phone, path: string, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${path}${parameters}`);
  await untilSettled(phone.page, path);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-honour-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
  const author = await signIn('representative');
  name = author.me.name;
  groupId = author.me.groupId;
  id = `${isOpen ? month : monthBefore(month)}:${groupId}`;
  await aPost(author.token);
  [liaison, clerk] = [
    await openPhone(browser, `${town.origin}/`),
    await openPhone(browser, `${town.origin}/`, aDeskScreen),
  ];
  await Promise.all([liaison.becomes('liaison'), clerk.becomes('presidium')]);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('the liaison finds whom to name from the evidence', async () => {
  await goTo(liaison, models);
  await liaison.sees('还没有推荐');
  await liaison.picture('honour-01-desk');
  await goTo(liaison, model, `?id=${encodeURIComponent(`${month}:${groupId}`)}`);
  await liaison.sees('第 1 名');
  await liaison.press('看 1 项事迹');
  await liaison.sees('给独居老人换了新灯');
  await liaison.picture('honour-02-evidence');
  expect(await findBlemishes(liaison.page)).toEqual([]);
});

it('the liaison names one, mends the draft with a figure, and hands it in', async () => {
  if (!isOpen) await goTo(liaison, model, `?id=${encodeURIComponent(id)}`);
  await liaison.press(`推荐${name}`);
  await liaison
    .shown('.sheet button')
    .filter({ hasText: `推荐${name}` })
    .tap();
  await liaison.sees('稿件已按本月的事迹起草');
  const text = liaison.shown('#article-text textarea');
  await write(text, `${await text.inputValue()}\n居民们说声谢谢，共`);
  await liaison.press('晒单条数');
  await liaison.picture('honour-03-editor');
  expect(await findBlemishes(liaison.page)).toEqual([]);
  await liaison.press('保存');
  await liaison.sees('已保存。');
  await liaison.shown('#act-submit').tap();
  await liaison.shown('.sheet button').filter({ hasText: '送组长签字' }).tap();
  await liaison.sees('已送签');
  await liaison.picture('honour-04-handed-in');
});

it('the presidium signs and publishes at the desk', async () => {
  await goTo(clerk, models);
  await clerk.picture('honour-05-town');
  await goTo(clerk, model, `?id=${encodeURIComponent(id)}`);
  await clerk.shown('#act-sign').click();
  await clerk.shown('.sheet button').filter({ hasText: '签字同意' }).click();
  await clerk.sees('已签字');
  await clerk.type('article-title', `${name}：把群众的小事办好`);
  await clerk.picture('honour-06-desk-editor');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  // What is not saved yet is saved on the way.
  await clerk.shown('#act-publish').click();
  await clerk.shown('.sheet button').filter({ hasText: '发布' }).click();
  await clerk.sees('已发布，全组代表会收到通知。');
  await clerk.picture('honour-07-published');
});

it('everybody reads it, and opens what a figure was counted from', async () => {
  const anybody = await openPhone(browser, `${town.origin}/`);
  await goTo(anybody, articles);
  await anybody.picture('honour-08-articles');
  expect(await findBlemishes(anybody.page)).toEqual([]);
  await anybody.shown('[id^="article-"]').first().tap();
  await anybody.sees('文中的数字');
  // Opened anew: a page that slides in is not where it will be.
  await goTo(anybody, article, `?id=${encodeURIComponent(id)}`);
  await anybody.sees(`${name}：把群众的小事办好`);
  await anybody.picture('honour-09-article');
  expect(await findBlemishes(anybody.page)).toEqual([]);
  await anybody.shown('.article-text__figure').last().tap();
  await anybody.sees(isOpen ? '由下面 1 项计得' : '本月没有计入这个数字的记录');
  await anybody.picture('honour-10-figure');
  if (isOpen) {
    await anybody.shown('.sheet .figure-rows__row').first().tap();
    await anybody.sees('给独居老人换了新灯');
  }
  expect([...anybody.troubles, ...liaison.troubles, ...clerk.troubles]).toEqual([]);
  await anybody.close();
});
