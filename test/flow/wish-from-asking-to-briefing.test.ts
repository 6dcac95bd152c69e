/** The main job, by four people in four browsers: from 许愿 to 榜单 and 简报. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { aDeskScreen, aPhoneScreen, aPhotoFile, openBrowser, openPhone, type Phone, write } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const CONTENT = '桥头的路灯坏了两个月，晚上出门看不清路';

let directory: string;
let town: Server;
let browser: Browser;
let resident: Phone;
let liaison: Phone;
let representative: Phone;
let clerk: Phone;
let detail: string;
let code: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-flow-'));
  town = await startServer(directory);
  browser = await openBrowser();
  [resident, liaison, representative] = [
    await openPhone(browser, `${town.origin}/`, { ...aPhoneScreen, slides: true }),
    await openPhone(browser, `${town.origin}/`, { ...aPhoneScreen, slides: true }),
    await openPhone(browser, `${town.origin}/`, { ...aPhoneScreen, slides: true }),
  ];
  clerk = await openPhone(browser, `${town.origin}/`, aDeskScreen);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

/** The path of the page shown, with its parameters. */
const pathOf = ({ page }: Phone): string => new URL(page.url()).hash.slice(1);

it('a resident finds the town’s wall with its honest counts', async () => {
  await resident.sees('长江镇');
  await resident.sees('160');
  await resident.sees('办结率');
  await resident.sees('实际解决率');
  await resident.picture('01-wall');
});

it('a resident submits a wish with a photo and gets its number', async () => {
  await resident.press('我要许愿');
  await resident.type('content', CONTENT);
  await resident.press('基础设施');
  await resident.press('请选择');
  await resident.press('刘胜村');
  await resident.type('wisher-name', '王秀兰');
  await resident.type('wisher-phone', '１３９ ５９１７ １０９３');
  const chooser = resident.page.waitForEvent('filechooser');
  await resident.press('相册');
  await (await chooser).setFiles(await aPhotoFile());
  await resident.shown('.photo-picker__image').waitFor();
  await resident.shown('.photo-picker__cover').waitFor({ state: 'detached' });
  await resident.picture('02-submit');
  await resident.press('提交心愿');
  await resident.sees('心愿已收到');
  code = (await resident.shown('#wish-code').textContent()) ?? '';
  expect(code).toMatch(/^CJ-\d{4}-\d{4}$/);
  await resident.picture('03-submitted');
  await resident.press('看我的心愿');
  await resident.sees('待审核');
  detail = pathOf(resident);
  expect(detail).toContain('wish-detail');
});

it('the group’s liaison publishes it from the review list', async () => {
  await liaison.becomes('liaison');
  await liaison.press('审核待办');
  await liaison.sees(CONTENT);
  await liaison.picture('04-reviews');
  await liaison.page.getByText(CONTENT).locator('visible=true').first().tap();
  await liaison.sees('审核结论');
  await liaison.press('公开');
  await liaison.press('中');
  await liaison.picture('05-review');
  await liaison.shown('#decide').tap();
  await liaison.sees('都审完了');
});

it('a representative claims it', async () => {
  await representative.becomes('representative');
  await representative.goTo(detail);
  await representative.sees(CONTENT);
  await representative.press('认领这个心愿');
  await representative.sees('办理中');
  await representative.picture('06-claimed');
});

it('the representative fulfils it with an outcome', async () => {
  await representative.press('办结');
  await representative.type('note', '换了新路灯，当晚就亮了');
  await representative.press('设施改善');
  await representative.picture('07-fulfil');
  await representative.press('确认办结');
  await representative.sees('待确认');
});

it('the representative shows the deed with a photo', async () => {
  const chooser = representative.page.waitForEvent('filechooser');
  await representative.press('去晒单');
  await (await chooser).setFiles([await aPhotoFile()]);
  await representative.shown('.post-photos__photo').waitFor();
  await write(representative.page.locator('textarea:visible').first(), '桥头的新路灯亮了，乡亲们晚上出门放心了');
  await representative.picture('08-publish');
  await representative.press('发布晒单');
  await representative.sees('晒单已发布');
  await representative.press('看看晒单');
  await representative.sees('桥头的新路灯亮了');
  await representative.picture('09-post');
});

it('the resident says 已解决 and 满意', async () => {
  await resident.goTo(detail);
  await resident.page.reload();
  await resident.sees('待确认');
  await resident.press('评价');
  await resident.press('已解决');
  await resident.press('满意');
  await resident.picture('10-rate');
  await resident.press('提交评价');
  await resident.sees('已办结');
  await resident.picture('11-closed');
});

it('the post stands in the feed and a resident says thanks', async () => {
  await resident.goTo('/pages/feed/index');
  await resident.sees('桥头的新路灯亮了');
  await resident.press('感谢');
  await resident.sees(/已感谢/);
  await resident.picture('12-feed');
});

it('points have arrived and the board has moved', async () => {
  await representative.goTo('/pages/mine/index');
  const name = (await representative.shown('#my-name').textContent()) ?? '';
  await representative.press('我的积分');
  await representative.sees('办结心愿');
  await representative.picture('13-points');
  await resident.goTo('/pages/board/index');
  await resident.sees(name);
  await resident.picture('14-board');
});

it('the briefing counts it', async () => {
  await clerk.becomes('presidium');
  await clerk.goTo('/workbench/presidium/desk/index');
  await clerk.sees('收集梳理出161条');
  await clerk.sees('已完成办理77项');
  await clerk.picture('15-desk');
});

it('no page failed on the way', () => {
  expect([resident, liaison, representative, clerk].flatMap(({ troubles }) => troubles)).toEqual([]);
});
