/** 履职档案 as people use it: a representative reads and prints their own, the office makes everybody's into one file. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Browser } from 'playwright-core';
import { shanghaiYear } from '../../domain/time';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone, type Phone } from '../support/phone';
import { readPdf } from '../support/read-pdf';
import { startServer, type Server } from '../support/started-server';

const dossier = '/workbench/dossier/dossier/index';
const archive = '/workbench/dossier/archive/index';
const year = shanghaiYear(new Date());

let directory: string;
let town: Server;
let browser: Browser;
let member: Phone;
let clerk: Phone;

async function goTo(phone: Phone, path: string, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${path}${parameters}`);
  await untilSettled(phone.page, path);
}

/** Presses, and answers the bytes of what is downloaded. */
async function downloaded(phone: Phone, text: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.press(text)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-dossier-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
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

it('a representative reads the year part by part, and prints it', async () => {
  // The year of the sample town's ledger.
  await goTo(member, dossier, '?year=2021');
  await member.sees('联系群众与心愿');
  await member.picture('dossier-01-own');
  expect(await findBlemishes(member.page)).toEqual([]);
  await member.shown('#part-wishes .part__toggle button').tap();
  await member.shown('#part-wishes .part__row').first().scrollIntoViewIfNeeded();
  await member.picture('dossier-02-wishes');
  await member.shown('#part-standing .part__toggle button').tap();
  await member.shown('#part-standing').scrollIntoViewIfNeeded();
  await member.picture('dossier-03-standing');
  expect(await findLargeBlemishes(member.page)).toEqual([]);
  expect(await findBlemishes(member.page)).toEqual([]);
  await member.shown('#span').tap();
  await member.press(String(Number(year) - 1));
  await member.sees('无记录');
  const { name, bytes } = await downloaded(member, '打印（PDF）');
  expect(name).toMatch(/^履职档案-.+年\.pdf$/);
  const [page = ''] = await readPdf(bytes);
  expect(page.replace(/\s/g, '')).toContain('人大代表履职档案（');
});

it('the office looks a representative up', async () => {
  await goTo(clerk, dossier);
  if (await clerk.shown('#another').isVisible()) await clerk.shown('#another').click();
  await clerk.sees('全部档案和换届移交');
  await clerk.shown('#person-group').click();
  await clerk.shown('.sheet button').nth(1).click();
  await clerk.shown('[id^="person-"].card').first().waitFor();
  await clerk.picture('dossier-04-choose');
  expect(await findBlemishes(clerk.page)).toEqual([]);
});

it('the office makes one group’s dossiers into one file, leaves, comes back and fetches it', async () => {
  await goTo(clerk, archive);
  await clerk.shown('#group').click();
  await clerk.shown('.sheet button').nth(2).click();
  await clerk.picture('dossier-05-archive');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.shown('#start').click();
  await clerk.sees(/已生成 \d+ \/ \d+|正在打包|可以下载/);
  await goTo(clerk, archive);
  await clerk.sees('可以下载');
  await clerk.picture('dossier-06-done');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  expect(await findBlemishes(clerk.page)).toEqual([]);
  const { name, bytes } = await downloaded(clerk, '下载压缩包');
  expect(name).toMatch(/^履职档案（\d{4}年）.+\.zip$/);
  const names = Object.keys((await JSZip.loadAsync(bytes)).files);
  expect(names).toEqual(expect.arrayContaining(['目录.xlsx', '校验清单.txt', expect.stringMatching(/\/001-.+\.pdf$/)]));
  await clerk.press('换届移交');
  await clerk.picture('dossier-07-hand-over');
  expect([...member.troubles, ...clerk.troubles]).toEqual([]);
});
