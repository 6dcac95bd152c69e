/** 年度最美代表 as people do it: the plan at the desk, candidates side by side, 公示 on a phone, an objection, the decision. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import type { Browser } from 'playwright-core';
import type { Output } from '../../contract/contract';
import type { Role } from '../../domain/caller';
import { addDays, shanghaiDay, shanghaiYear } from '../../domain/time';
import { findBlemishes, findLargeBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const awards = '/workbench/award/awards/index';
const award = '/workbench/award/award/index';

// The clock of the pages is the real one: the year that is over.
const year = String(Number(shanghaiYear(new Date())) - 1);
const title = `${year}年度最美代表`;

const SUMMARY = '牵头修好村口路灯，为十二户独居老人装上扶手，带病坚持接待选民。';

let directory: string;
let town: Server;
let client: MongoClient;
let db: Db;
let browser: Browser;
let clerk: Phone;
let resident: Phone;
let id: string;

async function ask<Data>(token: string, action: string, data: unknown): Promise<Data> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as { data: Data }).data;
}

const signIn = async (persona: Role): Promise<string> =>
  (await ask<{ token: string }>('', 'account.demoSignIn', { persona })).token;

async function goTo(phone: Phone, path: string, parameters = ''): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(`${path}${parameters}`);
  await untilSettled(phone.page, path);
}

const submit = (phone: Phone) => phone.shown('#sheet-submit').click();

/** The year as the clock froze it. */
async function freezeYear(): Promise<void> {
  const { items } = await ask<Output<'representative.list'>>('', 'representative.list', { limit: 100 });
  const frozen = items.map(({ id: ownerId, name, groupId }, index) => ({
    ...{ _id: `${year}:representative:${ownerId}`, period: year, by: 'representative', ownerId, name, groupId },
    ...{ tenths: 980 - index * 7, rank: index + 1, head: { seq: 12, hash: 'f'.repeat(64) } },
  }));
  await db.collection<{ _id: string }>('pointsSnapshots').insertMany(frozen);
  await db.collection<{ _id: string }>('pointsPeriods').insertOne({
    ...{ _id: year, kind: 'year', complete: true, entries: 320, heads: 'e'.repeat(64) },
    ...{ frozenAt: new Date(`${Number(year) + 1}-01-04T00:00:00+08:00`) },
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-award-'));
  town = await startServer(join(directory, 'town'));
  client = new MongoClient(/mongodb:\/\/[\w.:/?=]+/.exec(town.output)?.[0] ?? '');
  db = client.db('weixinyuan');
  browser = await openBrowser();
  clerk = await openPhone(browser, `${town.origin}/`, aDeskScreen);
  resident = await openPhone(browser, `${town.origin}/`);
  await Promise.all([clerk.becomes('presidium'), resident.becomes('resident'), freezeYear()]);
});

afterAll(async () => {
  await browser.close();
  await client.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('the presidium publishes a plan, and draws the candidates from the frozen year', async () => {
  await goTo(clerk, awards);
  await clerk.sees('还没有评选');
  await clerk.press('公布新的评选方案');
  await clerk.type('name', title);
  await clerk.type('year', year);
  await clerk.type('quotaValue', '5');
  await clerk.type('byPoints', '1');
  await clerk.type('byNomination', '0');
  await clerk.shown('#needsHearing').click();
  await clerk.picture('award-01-plan-form');
  await submit(clerk);
  await clerk.sees('方案已公布');
  await clerk.picture('award-02-plan');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  id = new URL(clerk.page.url().replace('#', '')).searchParams.get('id') ?? '';
  await clerk.press('产生候选人');
  await clerk.shown('.sheet button').filter({ hasText: '产生候选人' }).click();
  await clerk.sees('候选人已产生');
  await clerk.picture('award-03-candidates');
  expect(await findBlemishes(clerk.page)).toEqual([]);
});

it('puts what two of the office have checked up for everybody to see', async () => {
  const [presidium, admin] = [await signIn('presidium'), await signIn('admin')];
  const { award: drawn } = await ask<Output<'award.get'>>(presidium, 'award.get', { id });
  const [first, second] = drawn.candidates;
  for (const one of [first, second]) {
    const person = { id, representativeId: one?.representativeId };
    await ask(presidium, 'award.check', { ...person, clear: true, reason: '镇纪委回函没有问题' });
    await ask(admin, 'award.confirmCheck', person);
  }
  await ask(presidium, 'award.review', { id });
  await goTo(clerk, award, `?id=${id}`);
  await clerk.shown(`#describe-${first?.representativeId ?? ''}`).click();
  await clerk.sees('公示以前可以修改');
  await clerk.type('summary', SUMMARY);
  await clerk.picture('award-04-summary');
  await submit(clerk);
  await clerk.sees(`事迹简介：${SUMMARY}`);
  await clerk.shown(`#pick-${first?.representativeId ?? ''}`).click();
  await clerk.shown(`#pick-${second?.representativeId ?? ''}`).click();
  await clerk.sees(/已选 2 \/ /);
  await clerk.picture('award-04-review');
  expect(await findLargeBlemishes(clerk.page)).toEqual([]);
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await clerk.press('公示选定人选');
  await submit(clerk);
  await clerk.sees('已开始公示');
  await clerk.picture('award-05-notice-desk');
});

it('a resident reads it on the phone and objects; the office answers', async () => {
  await goTo(resident, award, `?id=${id}`);
  await resident.sees('拟表彰人选公示');
  await resident.sees(SUMMARY);
  await resident.picture('award-06-notice');
  expect(await findBlemishes(resident.page)).toEqual([]);
  await resident.shown('[id^="object-"]').first().tap();
  await resident.type('text', '走访次数与实际不符，请再核实');
  await resident.picture('award-07-objection');
  expect(await findLargeBlemishes(resident.page)).toEqual([]);
  await submit(resident);
  await resident.sees('异议已提交');
  await resident.picture('award-08-objected');
  await goTo(clerk, award, `?id=${id}`);
  await clerk.press('答复');
  await clerk.press('不成立');
  await clerk.type('reason', '经核实，走访记录完整，异议不成立');
  await clerk.picture('award-09-answer');
  await submit(clerk);
  await clerk.sees('已答复');
});

it('is decided when the notice is over, and stands in the list of years', async () => {
  const over = new Date(Date.now() - 1000);
  await db.collection<{ _id: string }>('awards').updateOne({ _id: id }, { $set: { noticeUntil: over } });
  await goTo(clerk, award, `?id=${id}`);
  await clerk.press('作出表彰决定');
  await clerk.type('minuteNumber', '长人发〔2026〕3号');
  await submit(clerk);
  await clerk.sees('表彰决定已登记');
  await clerk.sees('下载证书（PDF）');
  await clerk.picture('award-10-decided');
  expect(await findBlemishes(clerk.page)).toEqual([]);
  await goTo(resident, awards);
  await resident.sees(title);
  await resident.picture('award-11-list');
  expect(await findBlemishes(resident.page)).toEqual([]);
  await goTo(resident, award, `?id=${id}`);
  await resident.sees('受表彰的代表');
  await resident.picture('award-12-decided-phone');
  expect(await findLargeBlemishes(resident.page)).toEqual([]);
  expect(await findBlemishes(resident.page)).toEqual([]);
});

it('is cancelled with why, for everybody to read', async () => {
  const presidium = await signIn('presidium');
  const plan = { name: '年度履职标兵', year, quotaKind: 'count', quotaValue: 3, excludedLevels: [], excluded: [] };
  const rules = { minPresentDays: 0, byPoints: 1, byNomination: 0, ties: 'all', needsHearing: false };
  const data = { ...plan, ...rules, nominateUntil: shanghaiDay(addDays(new Date(), 9)) };
  const { id: other } = await ask<Output<'award.publish'>>(presidium, 'award.publish', data);
  await goTo(clerk, award, `?id=${other}`);
  await clerk.press('撤销评选');
  await clerk.sees('撤销后不能恢复');
  await clerk.type('reason', '与市级评选重复，并入市级评选');
  await clerk.picture('award-13-cancel');
  await submit(clerk);
  await clerk.sees('评选已撤销');
  await goTo(resident, award, `?id=${other}`);
  await resident.sees(/撤销了这次评选：与市级评选重复/);
  await resident.picture('award-14-cancelled-phone');
  expect(await findLargeBlemishes(resident.page)).toEqual([]);
  expect(await findBlemishes(resident.page)).toEqual([]);
  expect([...clerk.troubles, ...resident.troubles]).toEqual([]);
});
