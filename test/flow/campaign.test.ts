/** 主题实践活动 as people do it: the presidium plans and starts it, everybody reads, the group works, the report ends it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { dayAfter } from '../../domain/campaign';
import type { Role } from '../../domain/caller';
import { shanghaiDay } from '../../domain/time';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, aPhotoFile, openBrowser, openPhone, type Phone, write } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const campaigns = '/workbench/campaign/campaigns/index';
const campaign = '/workbench/campaign/campaign/index';
const plan = '/workbench/campaign/plan/index';
const SAMPLE = 'sample-campaign';
const NAME = '冬季送温暖';

const today = shanghaiDay(new Date());

let directory: string;
let town: Server;
let browser: Browser;
let clerk: Phone;
let member: Phone;
let id = '';
let post = '';

async function ask<Data>(token: string, action: string, data: unknown): Promise<Data> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as { data: Data }).data;
}

const signIn = async (persona: Role) => (await ask<{ token: string }>('', 'account.demoSignIn', { persona })).token;

/** A deed under the sample campaign, so that its page has something to show. */
async function aPost(): Promise<string> {
  const token = await signIn('representative');
  const { name, mimeType, buffer } = await aPhotoFile();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
  const headers = { authorization: `Bearer ${token}` };
  const sent = await fetch(`${town.origin}/media`, { method: 'POST', body: form, headers });
  const { data } = (await sent.json()) as { data: { mediaId: string } };
  const post = {
    text: '给独居老人换了新灯',
    photos: [data.mediaId],
    people: 'none',
    clientToken: 'flow-campaign-post',
  };
  return (await ask<{ post: { id: string } }>(token, 'post.publish', post)).post.id;
}

async function goTo(phone: Phone, path: string, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${path}${parameters}`);
  await untilSettled(phone.page, path);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-campaign-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
  post = await aPost();
  [member, clerk] = [
    await openPhone(browser, `${town.origin}/`),
    await openPhone(browser, `${town.origin}/`, aDeskScreen),
  ];
  await Promise.all([member.becomes('representative'), clerk.becomes('presidium')]);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('a newcomer finds the one that runs, reads the notice and says so', async () => {
  await goTo(member, campaigns);
  await member.sees('动员通知待阅读');
  await member.picture('campaign-01-list');
  expect(await findBlemishes(member.page)).toEqual([]);
  await goTo(member, campaign, `?id=${SAMPLE}`);
  await member.picture('campaign-02-phone');
  expect(await findBlemishes(member.page)).toEqual([]);
  await member.press('我已阅读动员通知');
  await member.sees(/您已在.*确认阅读/);
  await member.page.evaluate(() => document.getElementById('race-bars')?.scrollIntoView());
  await member.picture('campaign-02-race');
  await member.shown('#figure-posts').tap();
  await member.sees('给独居老人换了新灯');
  await member.picture('campaign-03-filed');
  expect(await findLargeBlemishes(member.page)).toEqual([]);
});

it('the presidium plans one at the desk, with a goal for every group, and starts it', async () => {
  await goTo(clerk, plan);
  await clerk.type('name', NAME);
  await clerk.type('from', today);
  await clerk.type('until', dayAfter(today, 40));
  await clerk.type('themes', '为民服务我先行\n助推发展我出力');
  await clerk.type('intro', '把温暖送到困难群众家里。');
  await clerk.type('notice', '请全体代表走访困难群众，办好一件暖心事。');
  await clerk.press('添加一项目标');
  await write(clerk.shown('.plan-goal input').first(), '办结心愿');
  await write(clerk.shown('.plan-goal__same input'), '5');
  await clerk.press('填到各组');
  await clerk.picture('campaign-04-plan');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.press('保存为草稿');
  await clerk.sees('启动活动');
  await untilSettled(clerk.page, campaign);
  id = /id=([^&]+)/.exec(clerk.page.url())?.[1] ?? '';
  await clerk.shown('#publish').click();
  await clerk.shown('.sheet button').filter({ hasText: '启动' }).click();
  await clerk.sees('活动已启动');
  await clerk.picture('campaign-05-started');
  expect(await findBlemishes(clerk.page)).toEqual([]);
});

it('the group plans a task, its member finishes it, and the desk sees how far everybody is', async () => {
  const liaison = await openPhone(browser, `${town.origin}/`);
  await liaison.becomes('liaison');
  await goTo(liaison, campaign, `?id=${id}`);
  await liaison.press('添加任务');
  await liaison.type('task-title', '走访困难户');
  await liaison.type('task-due', dayAfter(today, 10));
  await liaison.shown('#task-responsible').tap();
  await liaison.shown('.select-field__option').first().tap();
  await liaison.press('保存任务');
  await liaison.sees('任务已保存');
  await liaison.shown('.campaign-task__acts').getByText('办完了').tap();
  await liaison.type('note', '走访了三户，代办医保一件。');
  await liaison.shown('#sheet-submit').tap();
  await liaison.sees('任务已完成');
  await liaison.page.evaluate(() => document.querySelector('.campaign-task')?.scrollIntoView());
  await liaison.picture('campaign-06-task');
  expect(await findBlemishes(liaison.page)).toEqual([]);
  expect(liaison.troubles).toEqual([]);
  await liaison.close();
});

it('whoever leads the group puts a post and a wish under the one they belong to; a door says what is unread', async () => {
  const liaison = await openPhone(browser, `${town.origin}/`);
  await liaison.becomes('liaison');
  await goTo(liaison, '/pages/post-detail/index', `?id=${post}`);
  await liaison.press('更多');
  await liaison.shown('#post-file').tap();
  await liaison.sees(/现在归入/);
  await liaison.shown('.select-field__option').filter({ hasText: NAME }).tap();
  await liaison.picture('campaign-06-file-post');
  expect(await findBlemishes(liaison.page)).toEqual([]);
  await liaison.shown('#file').tap();
  await liaison.sees(`主题活动：${NAME}`);
  const token = await signIn('liaison');
  const { items } = await ask<{ items: { id: string }[] }>(token, 'wish.list', { scope: 'group', status: 'claimed' });
  await goTo(liaison, '/pages/wish-detail/index', `?id=${items[0]?.id ?? ''}`);
  await liaison.press('更多');
  await liaison.picture('campaign-06-wish-more');
  await liaison.shown('#act-file').tap();
  await liaison.shown('.select-field__option').filter({ hasText: NAME }).tap();
  await liaison.picture('campaign-06-file-wish');
  expect(await findLargeBlemishes(liaison.page)).toEqual([]);
  expect(await findBlemishes(liaison.page)).toEqual([]);
  await liaison.shown('#file').tap();
  await liaison.sees('已改好归入的活动。');
  await liaison.picture('campaign-06-filed-wish');
  await goTo(liaison, '/pages/mine/index');
  await liaison.sees('主题实践活动（2 份通知待阅读）');
  await liaison.page.evaluate(() => document.getElementById('door-campaigns')?.scrollIntoView({ block: 'center' }));
  await liaison.picture('campaign-06-doors');
  expect(await findLargeBlemishes(liaison.page)).toEqual([]);
  expect(await findBlemishes(liaison.page)).toEqual([]);
  expect(liaison.troubles).toEqual([]);
  await liaison.close();
});

it('the report is published with its figures, everybody reads it, and next year’s begins from this one', async () => {
  await goTo(clerk, campaign, `?id=${id}`);
  await clerk.press('写活动总结');
  await clerk.sees('数字写成【名称】');
  await clerk.picture('campaign-07-report');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  await clerk.press('发布总结，结束活动');
  await clerk.shown('.sheet button').filter({ hasText: '发布并结束' }).click();
  await clerk.sees('总结已发布');
  await clerk.picture('campaign-08-closed');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await goTo(clerk, plan, `?copy=${id}`);
  await clerk.press('复制为草稿');
  await clerk.sees('各组目标数');
  const anybody = await openPhone(browser, `${town.origin}/`);
  await goTo(anybody, campaign, `?id=${id}`);
  await anybody.sees('文中的数字是发布时的');
  await anybody.picture('campaign-09-anybody');
  expect(await findBlemishes(anybody.page)).toEqual([]);
  await goTo(anybody, '/pages/wishes/index');
  await anybody.shown('#wall-large-type').tap();
  await goTo(anybody, campaign, `?id=${SAMPLE}`);
  await anybody.sees('建设美丽如皋');
  await anybody.picture('campaign-10-large');
  await anybody.page.evaluate(() => document.getElementById('race')?.scrollIntoView({ block: 'center' }));
  await anybody.picture('campaign-11-large-race');
  expect(await findBlemishes(anybody.page)).toEqual([]);
  expect([...anybody.troubles, ...member.troubles, ...clerk.troubles]).toEqual([]);
  await anybody.close();
});
