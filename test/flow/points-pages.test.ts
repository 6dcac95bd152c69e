/** 积分 as people live with it: a visit is recorded, confirmed by another, appealed against and decided. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { shanghaiDay } from '../../domain/time';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const pages = {
  mine: '/pages/mine/index',
  entries: '/workbench/points/entries/index',
  propose: '/workbench/points/propose/index',
  proposals: '/workbench/points/proposals/index',
  appeals: '/workbench/points/appeals/index',
  absences: '/workbench/points/absences/index',
  desk: '/workbench/presidium/desk/index',
} as const;

interface SignedIn {
  token: string;
  me: { representativeId: string };
}

let directory: string;
let town: Server;
let browser: Browser;
let representative: Phone;
let liaison: Phone;
let clerk: Phone;

async function goTo(phone: Phone, page: keyof typeof pages, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${pages[page]}${parameters}`);
  await untilSettled(phone.page, pages[page]);
}

async function looksGood(phone: Phone, name: string): Promise<void> {
  await phone.picture(name);
  expect(await findBlemishes(phone.page)).toEqual([]);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-points-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
  [representative, liaison, clerk] = await Promise.all([
    openPhone(browser, `${town.origin}/`),
    openPhone(browser, `${town.origin}/`),
    openPhone(browser, `${town.origin}/`, aDeskScreen),
  ]);
  await Promise.all([representative.becomes('representative'), liaison.becomes('liaison'), clerk.becomes('presidium')]);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('the representative records a visit, from 我的', async () => {
  await goTo(representative, 'mine');
  await representative.shown('#door-entries').scrollIntoViewIfNeeded();
  await looksGood(representative, 'points-01-mine');
  await representative.shown('#door-visit').tap();
  await representative.sees('走访、接待选民');
  await goTo(representative, 'propose', '?rule=W1');
  await representative.sees('预计 +1 分');
  await representative.press('提交');
  await representative.sees('请写明或拍照：记录和地点');
  await representative.type('label', '走访刘胜村三组选民');
  await representative.type('reason', '走访 6 户，听到两条关于路灯的意见');
  await representative.type('evidence', '走访记录本第 12 页，刘胜村三组');
  await looksGood(representative, 'points-02-propose');
  expect(await findLargeBlemishes(representative.page)).toEqual([]);
  await representative.press('提交');
  await representative.sees('等组长、联络员确认');
  await looksGood(representative, 'points-03-proposed');
});

it('nobody but another confirms it', async () => {
  await goTo(representative, 'proposals');
  await representative.sees('走访刘胜村三组选民');
  expect(await representative.shown('[id^="confirm-"]').count()).toBe(0);
  await looksGood(representative, 'points-04-my-proposals');
  await goTo(liaison, 'proposals');
  await liaison.sees('走访刘胜村三组选民');
  await looksGood(liaison, 'points-05-queue');
  await liaison.shown('[id^="confirm-"]').tap();
  await liaison.type('reason', '已核对走访记录');
  await liaison.picture('points-06-confirm');
  await liaison.shown('#sheet-submit').tap();
  await liaison.sees('已确认，积分已经记上');
});

it('the representative sees how it was reckoned, and appeals', async () => {
  await goTo(representative, 'entries');
  await representative.sees('1 日 × 1 分');
  await representative.sees('任何改动都会被发现');
  await representative.press('规则和校验码');
  await representative.sees('W1（第 1 版）');
  await looksGood(representative, 'points-07-entries');
  await representative.press(/申诉（还可申诉 7 天）/);
  await representative.type('reason', '这次走访是上个月的，日期填错了，不该记在这一天');
  await representative.picture('points-08-appeal');
  expect(await findLargeBlemishes(representative.page)).toEqual([]);
  await representative.shown('#sheet-submit').tap();
  await representative.sees('申诉已提交');
  await representative.sees('申诉待答复');
  await looksGood(representative, 'points-09-appealed');
});

it('the presidium decides at the desk', async () => {
  await goTo(clerk, 'desk');
  await looksGood(clerk, 'points-10-desk');
  await goTo(clerk, 'appeals');
  await looksGood(clerk, 'points-11-appeals');
  await clerk.shown('[id^="appeal-"]').first().click();
  await clerk.sees('本人的理由');
  await clerk.shown('#act-decide').click();
  await clerk.press('支持申诉');
  await clerk.sees('改为得多少分');
  await clerk.type('reason', '经核对走访记录，日期有误，同意更正');
  await clerk.picture('points-12-decide');
  await clerk.shown('#sheet-submit').click();
  await clerk.sees('支持申诉，这一项改为 0 分');
  await clerk.picture('points-13-decided');
});

it('the representative sees the outcome on the entry, and the counter-entry', async () => {
  await goTo(representative, 'entries');
  await representative.sees('申诉成立');
  await representative.sees('经核对走访记录，日期有误，同意更正');
  await representative.sees('冲正');
  await looksGood(representative, 'points-14-outcome');
  expect(await findLargeBlemishes(representative.page)).toEqual([]);
});

it('a deduction waits for the person’s own words', async () => {
  const ask = async <Data>(action: string, data: unknown, token?: string): Promise<Data> => {
    const [area = '', verb = ''] = action.split('.');
    const { status, body } = await town.call(area, verb, data, token);
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
    return (body as { data: Data }).data;
  };
  const { me } = await ask<SignedIn>('account.demoSignIn', { persona: 'representative' });
  const { token } = await ask<SignedIn>('account.demoSignIn', { persona: 'presidium' });
  const deduction = {
    rule: 'M3',
    representativeId: me.representativeId,
    at: shanghaiDay(new Date()),
    label: '第三次人代会',
    reason: '签到表上没有名字，也没有请假',
    evidence: '缺席名单第 2 页',
    clientToken: 'flow-points-m3',
  };
  await ask('points.propose', deduction, token);
  await goTo(clerk, 'proposals');
  await clerk.sees('24 小时说明期未满');
  await looksGood(clerk, 'points-15-deduction-desk');
  await goTo(representative, 'proposals');
  await representative.sees('本人可以说明情况');
  await looksGood(representative, 'points-16-deduction');
  expect(await findLargeBlemishes(representative.page)).toEqual([]);
  await representative.shown('[id^="explain-"]').tap();
  await representative.type('text', '那天在医院陪护，电话向组长请过假');
  await representative.shown('#sheet-submit').tap();
  await representative.sees('情况说明已提交');
  await looksGood(representative, 'points-17-explained');
});

it('a span away is recorded by the liaison and confirmed by the office', async () => {
  await goTo(liaison, 'absences');
  await liaison.shown('#add-absence').tap();
  // A keyboard, or who reads aloud, begins within the sheet, and is where it was once the sheet is closed.
  await liaison.page.waitForFunction(() => document.activeElement?.id === 'sheet-close');
  await liaison.page.keyboard.press('Escape');
  await liaison.page.waitForFunction(() => document.activeElement?.id === 'add-absence');
  await liaison.shown('#add-absence').tap();
  await liaison.press('病假');
  await liaison.type('from', '2026-11-02');
  await liaison.type('reason', '住院手术，病假条已交');
  await liaison.picture('points-18-absence-form');
  await liaison.shown('#sheet-submit').tap();
  await liaison.sees('另一人确认后生效');
  await looksGood(liaison, 'points-19-absences');
  expect(await findLargeBlemishes(liaison.page)).toEqual([]);
  await goTo(clerk, 'absences');
  await looksGood(clerk, 'points-20-absences-desk');
  await clerk.shown('[id^="confirm-"]').click();
  await clerk.shown('#sheet-submit').click();
  await clerk.sees('已确认，这段时间');
  expect([...representative.troubles, ...liaison.troubles, ...clerk.troubles]).toEqual([]);
});
