/** 积分规则 as people meet them: everybody reads, the presidium changes one at the desk, tries it and saves it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const rules = '/workbench/points/rules/index';

let directory: string;
let town: Server;
let browser: Browser;
let clerk: Phone;
let reader: Phone;

async function goTo(phone: Phone): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(rules);
  await untilSettled(phone.page, rules);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-rules-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
  [reader, clerk] = [
    await openPhone(browser, `${town.origin}/`),
    await openPhone(browser, `${town.origin}/`, aDeskScreen),
  ];
  await Promise.all([reader.becomes('representative'), clerk.becomes('presidium')]);
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('a representative reads what earns points, part by part', async () => {
  await goTo(reader);
  await reader.sees('积分怎么来（百分制）');
  await reader.shown('#rules-duty').tap();
  await reader.sees('每条 1 分；每日最多 3 分，每年最多 15 分');
  await reader.sees('认领心愿不计分');
  await reader.picture('rules-01-reader');
  expect(await findBlemishes(reader.page)).toEqual([]);
});

it('the presidium changes one rule and sees what it would have done', async () => {
  await goTo(clerk);
  await clerk.picture('rules-02-editor');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#edit-W2').click();
  await clerk.type('rule-points', '很多');
  await clerk.shown('#sheet-submit').click();
  await clerk.sees('请填数字，最多一位小数');
  await clerk.type('rule-points', '1.5');
  await clerk.type('rule-cap-day', '');
  await clerk.picture('rules-03-form');
  await clerk.shown('#sheet-submit').click();
  await clerk.sees('改为：每条 1.5 分；每年最多 15 分');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.picture('rules-04-gathered');
  await clerk.shown('#review').click();
  await clerk.sees('这个月没有按这些规则记过分');
  await clerk.type('preview-month', '2021-05');
  await clerk.sees(/位代表里有 \d+ 位的积分会变/);
  await clerk.picture('rules-05-review');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  expect(await findBlemishes(clerk.page)).toEqual([]);
});

it('saves it with a reason, from tomorrow on, and everybody finds it in the log', async () => {
  await clerk.shown('#save-rules').click();
  await clerk.sees('修改的理由至少 4 个字');
  await clerk.type('rules-why', '鼓励多走访、多收集');
  await clerk.shown('#save-rules').click();
  await clerk.shown('.sheet button').filter({ hasText: '保存并通知' }).click();
  await clerk.sees('各组组长、联络员会收到通知');
  await clerk.sees('起改为：每条 1.5 分');
  await clerk.picture('rules-06-saved');
  await goTo(reader);
  await reader.sees('理由：鼓励多走访、多收集');
  await reader.shown('#change-log').scrollIntoViewIfNeeded();
  await reader.picture('rules-07-log');
  expect(await findBlemishes(reader.page)).toEqual([]);
});

it('fits a phone, presets and all', async () => {
  const phone = await openPhone(browser, `${town.origin}/`);
  await phone.becomes('presidium');
  await goTo(phone);
  await phone.shown('#preset-cumulative').tap();
  await phone.sees('各类和每条规则都不设全年上限');
  await phone.shown('.sheet button').filter({ hasText: '套用累计制' }).tap();
  await phone.sees('会议不封顶，闭会不封顶，附加不封顶');
  await phone.picture('rules-08-phone');
  expect(await findLargeBlemishes(phone.page)).toEqual([]);
  expect(await findBlemishes(phone.page)).toEqual([]);
  await phone.shown('#review').tap();
  await phone.sees(/位代表|这个月没有按这些规则记过分/);
  await phone.picture('rules-09-phone-review');
  expect(await findBlemishes(phone.page)).toEqual([]);
  expect([...phone.troubles, ...clerk.troubles, ...reader.troubles]).toEqual([]);
});
