/** The desk as clerks use it, on a phone and on a wide screen: the queue, the ledger, what is overdue, the export. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role } from '../../domain/caller';
import { findBlemishes, untilSettled } from '../support/page-audit';
import { aDeskScreen, aPhoneScreen, openBrowser, openPhone, type Phone, write } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const QUEUE = '/workbench/desk/queue/index';
const DESK = '/workbench/presidium/desk/index';
const screens = { phone: aPhoneScreen, desk: aDeskScreen } as const;
type ScreenName = keyof typeof screens;

let directory: string;
let town: Server;
let browser: Browser;
/** The numbers of what the resident has asked for. */
const written: string[] = [];

interface Answer {
  data: { token: string; wish: { id: string; code: string }; items: { code: string }[] };
}

async function ask(token: string, action: string, data: unknown): Promise<Answer['data']> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as Answer).data;
}

const signIn = async (persona: Role): Promise<string> => (await ask('', 'account.demoSignIn', { persona })).token;

const aWish = async (token: string, content: string): Promise<string> =>
  (
    await ask(token, 'wish.submit', {
      content,
      category: 'facility',
      village: '刘胜村',
      wisher: { name: '欧阳娜仁', phone: '13959171093' },
      consent: { showName: false, showPhoto: false },
      clientToken: `desk-${content}`,
    })
  ).wish.code;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-desk-'));
  town = await startServer(directory);
  browser = await openBrowser();
  const resident = await signIn('resident');
  for (const name of ['村口的路灯坏了', '桥栏杆松了一根', '渠边缺一块盖板', '晒场边想添一盏灯'])
    written.push(await aWish(resident, `${name}，盼早日修好`));
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

async function openAs(who: Role, screen: ScreenName): Promise<Phone> {
  const phone = await openPhone(browser, `${town.origin}/`, screens[screen]);
  await phone.becomes(who);
  return phone;
}

/** Opened anew, as by its link. */
async function visit(phone: Phone, path: string): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(path);
  await untilSettled(phone.page, path);
}

async function isClean(phone: Phone): Promise<void> {
  expect(await findBlemishes(phone.page)).toEqual([]);
}

const touch = (phone: Phone, selector: string, nth = 0): Promise<void> => {
  const target = phone.shown(selector).nth(nth);
  return phone.page.viewportSize()?.width === aDeskScreen.width ? target.click() : target.tap();
};

/** The days by which each row is late, as they stand on the page; what is not late counts as below nothing. */
async function lateness(phone: Phone): Promise<number[]> {
  const said = await phone.shown('.task__when').allTextContents();
  return said.map((text) => {
    const days = Number(/\d+/.exec(text)?.[0] ?? 0);
    return text.startsWith('还有') ? -days : days;
  });
}

const codes = (phone: Phone): Promise<string[]> => phone.shown('.ledger-table__code').allTextContents();

describe.each(['phone', 'desk'] as const)('on a %s', (screen) => {
  it('the liaison publishes two wishes at once from the queue, the most late of which comes first', async () => {
    const liaison = await openAs('liaison', screen);
    await visit(liaison, QUEUE);
    const late = await lateness(liaison);
    expect(late.length).toBeGreaterThan(3);
    expect(late).toEqual([...late].sort((one, other) => other - one));
    await isClean(liaison);
    await liaison.press('待审核');
    await liaison.shown('.task').filter({ hasText: '待首次联系' }).first().waitFor({ state: 'detached' });
    await untilSettled(liaison.page, QUEUE);
    await liaison.shown('.task').first().waitFor();
    const before = await liaison.shown('.task').count();
    const first = (await liaison.shown('.task__code').first().textContent()) ?? '';
    await touch(liaison, '.task .tick', 0);
    await touch(liaison, '.task .tick', 1);
    await liaison.picture(`desk-queue-${screen}`);
    await liaison.press('发布 2 件');
    await isClean(liaison);
    await liaison.press('确认发布 2 件');
    await liaison.sees('已发布 2 件');
    await liaison.press('知道了');
    await liaison.shown('.task__code').filter({ hasText: first }).waitFor({ state: 'detached' });
    expect(await liaison.shown('.task').count()).toBe(before - 2);
    expect(liaison.page.url()).toContain('kind=review');
    expect(liaison.troubles).toEqual([]);
    await liaison.close();
  });

  it('the ledger keeps its filters, its order and its columns over a reload', async () => {
    const clerk = await openAs('presidium', screen);
    await visit(clerk, `${DESK}?view=ledger`);
    await isClean(clerk);
    if (screen === 'phone') await clerk.press('筛选和排序');
    await touch(clerk, '#filter-status');
    await clerk.press('办理中');
    await clerk.press('暂难解决');
    await clerk.press('好了');
    await touch(clerk, '#filter-order');
    await clerk.press('办结时限 早→晚');
    await clerk.press('选择列');
    await clerk.press('收集方式');
    await clerk.press('好了');
    await clerk.sees('正在看：办理中、暂难解决');
    await untilSettled(clerk.page, DESK);
    const before = await codes(clerk);
    await clerk.page.reload();
    await untilSettled(clerk.page, DESK);
    await clerk.sees('正在看：办理中、暂难解决');
    expect(await codes(clerk)).toEqual(before);
    const days = await clerk
      .shown('.ledger-table__value')
      .filter({ hasText: /^\d{4}-\d{2}-\d{2}已超期$/ })
      .allTextContents();
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual([...days].sort());
    await clerk.sees('登门入户');
    await clerk.picture(`desk-ledger-${screen}`);
    expect(clerk.troubles).toEqual([]);
    await clerk.close();
  });

  it('a wish is found by its number, and by the name and the phone of its wisher, which stay masked', async () => {
    const clerk = await openAs('presidium', screen);
    await visit(clerk, `${DESK}?view=ledger`);
    const search = async (words: string): Promise<void> => {
      await write(clerk.shown('#ledger-search input'), words);
      await clerk.press('搜索');
      await clerk.sees(`“${words}”`);
      await untilSettled(clerk.page, DESK);
    };
    await search('2021-0137');
    expect(await codes(clerk)).toEqual(['2021-0137']);
    await clerk.press('姓名');
    await search('欧阳娜仁');
    expect((await codes(clerk)).sort()).toEqual(written);
    expect(await clerk.shown('.ledger-table__body').textContent()).not.toContain('欧阳娜仁');
    await clerk.press('电话');
    await search('1093');
    expect(await codes(clerk)).toEqual(expect.arrayContaining(written));
    await clerk.press('清除筛选');
    await clerk.shown('.ledger-table__code').nth(20).waitFor();
    expect(clerk.troubles).toEqual([]);
    await clerk.close();
  });

  it('the overdue list comes longest late first, and its holders are urged together', async () => {
    const liaison = await openAs('liaison', screen);
    await visit(liaison, `${DESK}?view=overdue`);
    await isClean(liaison);
    const said = await liaison.shown('.ledger-table__overdue').allTextContents();
    const late = said.map((text) => parseInt(text, 10));
    expect(late.length).toBeGreaterThan(1);
    expect(late).toEqual([...late].sort((one, other) => other - one));
    await touch(liaison, '.ledger-table__body .tick', 0);
    await touch(liaison, '.ledger-table__body .tick', 1);
    await liaison.press('催办 2 件');
    await liaison.type('urge-note', '请本周内联系心愿人');
    await liaison.press('确认催办 2 件');
    await liaison.sees('已催办 2 件');
    await liaison.picture(`desk-overdue-${screen}`);
    expect(liaison.troubles).toEqual([]);
    await liaison.close();
  });

  it('a full copy asks for a reason, and what is exported arrives as a file', async () => {
    const clerk = await openAs('presidium', screen);
    await visit(clerk, `${DESK}?view=ledger`);
    await clerk.press('导出');
    await clerk.press('内部版');
    await clerk.press('CSV');
    await isClean(clerk);
    await touch(clerk, '#export-now');
    await clerk.sees('请写明导出原因');
    await clerk.type('export-reason', '季度回访，逐户打电话');
    const download = clerk.page.waitForEvent('download');
    await touch(clerk, '#export-now');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/心愿台账.*\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain('2021-0137');
    await clerk.sees(/已导出心愿台账 16\d 行/);
    expect(clerk.troubles).toEqual([]);
    await clerk.close();
  });
});

it('those who keep no ledger are told kindly, and a resident has no queue', async () => {
  const phone = await openAs('department', 'phone');
  await visit(phone, DESK);
  await phone.sees('这里是管理台账的地方');
  await visit(phone, QUEUE);
  await phone.sees('都办好了');
  await phone.goTo('/pages/mine/index');
  await phone.becomes('resident');
  await visit(phone, DESK);
  await phone.sees('您当前的身份不能使用');
  await visit(phone, QUEUE);
  await phone.sees('这里是经办人员的待办');
  await phone.close();
});
