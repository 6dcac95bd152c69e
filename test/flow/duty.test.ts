/** 履职活动 as people do it: the presidium calls, the hall shows the code, people sign in, and the list is settled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role } from '../../domain/caller';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone, type Phone, write } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const duties = '/workbench/duty/duties/index';
const dutyPage = '/workbench/duty/duty/index';
const callPage = '/workbench/duty/call/index';

let directory: string;
let town: Server;
let browser: Browser;
let member: Phone;
let clerk: Phone;
let clerkToken: string;
let id: string;

interface Me {
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

async function goTo(phone: Phone, path: string, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${path}${parameters}`);
  await untilSettled(phone.page, path);
}

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-duty-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
  const [author, office, liaison] = [
    await signIn('representative'),
    await signIn('presidium'),
    await signIn('liaison'),
  ];
  clerkToken = office.token;
  const meeting = {
    kind: 'meeting',
    title: '镇十七届人大三次会议',
    place: '镇政府三楼会议室',
    from: inMinutes(-60),
    until: inMinutes(-1),
    halfDays: 1,
    expected: [author.me.representativeId, liaison.me.representativeId],
    clientToken: 'flow-duty-meeting',
  };
  id = (await ask<{ duty: { id: string } }>(clerkToken, 'duty.save', meeting)).duty.id;
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

it('the hall shows a code, and a representative signs in with two presses and six digits', async () => {
  await goTo(clerk, dutyPage, `?id=${id}`);
  await clerk.sees('后换新码');
  await clerk.picture('duty-01-hall');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await goTo(member, duties);
  await member.picture('duty-02-list');
  expect(await findBlemishes(member.page)).toEqual([]);
  await member.shown(`#sign-${id}`).tap();
  await member.sees('请输入会场上的 6 位签到码');
  await member.press('清空');
  await member.picture('duty-03-keys');
  expect(await findLargeBlemishes(member.page)).toEqual([]);
  expect(await findBlemishes(member.page)).toEqual([]);
  const { code } = await ask<{ code: string }>(clerkToken, 'duty.code', { id });
  for (const digit of code) await member.press(digit);
  await member.sees('签到成功。');
  await member.picture('duty-04-signed');
  expect(await findBlemishes(member.page)).toEqual([]);
});

it('the clerk marks the other, sees what follows, and settles', async () => {
  await goTo(clerk, dutyPage, `?id=${id}`);
  await clerk.shown('.attendance-row__mark').filter({ hasText: '缺席' }).nth(0).click();
  await clerk.sees('已签到 1 人');
  await clerk.picture('duty-05-list');
  await clerk.shown('#settle').click();
  await clerk.sees('出席人代会，每半天 +2 分');
  await clerk.sees('24 小时内可以说明');
  await clerk.picture('duty-06-preview');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#settle-now').click();
  await clerk.sees('考勤已确认，积分已记。');
  await clerk.picture('duty-07-settled');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#act-file').click();
  await clerk.shown('.select-field__option').filter({ hasText: '不归入活动' }).click();
  await clerk.picture('duty-07-filing');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#file').click();
  await clerk.sees('已改好归入的主题实践活动。');
});

it('the presidium calls the next one, and whoever is called asks for leave', async () => {
  await goTo(clerk, callPage);
  await clerk.type('title', '代表履职培训');
  await clerk.type('place', '镇人大代表之家');
  await clerk.press('学习培训');
  await clerk.picture('duty-08-call');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#save').click();
  await clerk.sees('未开始');
  await clerk.picture('duty-09-called');
  await goTo(member, duties);
  await member.shown('[id^="duty-"]').filter({ hasText: '代表履职培训' }).first().tap();
  await member.sees('不能参加，请假');
  await member.picture('duty-10-upcoming');
  await member.shown('#act-askLeave').tap();
  await write(member.shown('.sheet textarea'), '出差在外，赶不回来');
  await member.shown('#sheet-submit').tap();
  await member.sees('已请假，请等答复');
  await member.picture('duty-11-leave');
  expect(await findLargeBlemishes(member.page)).toEqual([]);
  expect(await findBlemishes(member.page)).toEqual([]);
  await goTo(clerk, '/pages/mine/index');
  await clerk.sees('履职活动（1 份请假待答复）');
  await clerk.picture('duty-12-doors');
  await goTo(member, '/pages/mine/index');
  await member.sees('主题实践活动（1 份通知待阅读）');
  await member.page.evaluate(() => document.getElementById('door-proposals')?.scrollIntoView({ block: 'center' }));
  await member.picture('duty-13-doors');
  expect(await findBlemishes(member.page)).toEqual([]);
  expect([...member.troubles, ...clerk.troubles]).toEqual([]);
});
