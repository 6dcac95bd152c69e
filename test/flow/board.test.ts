/** 榜单 and 核验 as a representative, and as the office, sees them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findLargeBlemishes } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

let directory: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-board-'));
  server = await startServer(join(directory, 'town'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('tells a representative their place and what would move them up, and the groups’ race', async () => {
  const phone = await openPhone(browser, `${server.origin}/`);
  await phone.becomes('representative');
  await phone.tab('榜单');
  await phone.press('累计');
  await phone.shown('#my-place').waitFor();
  await phone.sees('怎样再往前走');
  await phone.sees('这里只列前一半');
  await phone.picture('board-1-mine');
  expect(await findLargeBlemishes(phone.page)).toEqual([]);
  await phone.press('按小组');
  await phone.sees(/^\d+(\.\d)? 分$/);
  await phone.picture('board-2-groups');
  expect(phone.troubles).toEqual([]);
  await phone.close();
});

it('proves to a representative, and to the office, that nobody edited what was booked', async () => {
  const phone = await openPhone(browser, `${server.origin}/`);
  await phone.becomes('representative');
  await phone.goTo('/workbench/points/verify/index');
  await phone.shown('#verify').tap();
  await phone.shown('#verify-done').waitFor();
  await phone.sees(/核验通过：[\d,]+ 条明细无一改动/);
  await phone.picture('verify-1-own');
  expect(await findLargeBlemishes(phone.page)).toEqual([]);
  await phone.close();

  const desk = await openPhone(browser, `${server.origin}/`, aDeskScreen);
  await desk.becomes('presidium');
  await desk.goTo('/workbench/points/verify/index');
  await desk.shown('#verify').click();
  await desk.sees('全镇校验码（可与导出的表格核对）');
  await desk.shown('#recount').click();
  await desk.shown('#recount-done').waitFor();
  await desk.picture('verify-2-office');
  expect(desk.troubles).toEqual([]);
  await desk.close();
});
