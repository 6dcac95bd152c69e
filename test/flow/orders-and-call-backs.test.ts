/** 交办单 and 回访 as people do them: the presidium gives it out, the department answers, the liaison asks the wisher. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role } from '../../domain/caller';
import { findBlemishes, untilSettled } from '../support/page-audit';
import { openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const ordersPath = '/workbench/department/orders/index';
const callBacksPath = '/workbench/group/call-backs/index';
const REASON = '路灯线路归你单位管养，请查看后修复。';

let directory: string;
let town: Server;
let browser: Browser;

interface Wish {
  id: string;
  code: string;
  status: string;
  rating?: string;
  orders: { id: string; status: string }[];
  callBacks: { outcome: string }[];
}

interface Answer {
  data: { token: string; wish: Wish; items: { id: string; name: string }[] };
}

async function ask(token: string, action: string, data: unknown): Promise<Answer['data']> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as Answer).data;
}

const signIn = async (persona: Role): Promise<string> => (await ask('', 'account.demoSignIn', { persona })).token;

async function aClaimedWish(content: string): Promise<Wish> {
  const [resident, liaison, claimer] = [
    await signIn('resident'),
    await signIn('liaison'),
    await signIn('representative'),
  ];
  const { wish } = await ask(resident, 'wish.submit', {
    content,
    category: 'facility',
    village: '刘胜村',
    wisher: { name: '王小红', phone: '13959171093' },
    consent: { showName: false, showPhoto: false },
    clientToken: `orders-and-call-backs-${content}`,
  });
  await ask(liaison, 'wish.review', { id: wish.id, decision: 'publish' });
  return (await ask(claimer, 'wish.claim', { id: wish.id })).wish;
}

const wishNow = async (id: string): Promise<Wish> => (await ask(await signIn('presidium'), 'wish.get', { id })).wish;

async function someone(persona: Role): Promise<Phone> {
  const phone = await openPhone(browser, `${town.origin}/`);
  await phone.becomes(persona);
  return phone;
}

/** A page that is shown already is opened anew. */
async function goTo(phone: Phone, path: string): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.goTo(path);
  await untilSettled(phone.page, path);
}

const submitSheet = (phone: Phone) => phone.shown('#sheet-submit').tap();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-orders-'));
  town = await startServer(join(directory, 'town'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await town.stop('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

it('an order goes out, is answered and rated, and the wisher is called back in one tap', async () => {
  const wish = await aClaimedWish('老队部门口的路灯坏了三盏');
  const wishPath = `/pages/wish-detail/index?id=${wish.id}`;
  const { items } = await ask('', 'order.departments', {});
  const [presidium, department] = [await someone('presidium'), await someone('department')];

  await goTo(presidium, wishPath);
  await presidium.press('交办给部门');
  await presidium.shown('#departmentId').tap();
  await presidium.press(items[0]?.name ?? '');
  await presidium.type('reason', REASON);
  await submitSheet(presidium);
  await presidium.sees(/已交办给/);
  const [order] = (await wishNow(wish.id)).orders;
  const orderPath = `/workbench/department/order/index?id=${order?.id ?? ''}`;

  await goTo(department, ordersPath);
  await department.sees('老队部门口的路灯坏了三盏');
  expect(await findBlemishes(department.page)).toEqual([]);
  await department.shown('.order-card').first().tap();
  await department.sees(REASON);
  await goTo(department, orderPath);
  expect(await findBlemishes(department.page)).toEqual([]);
  await department.press('签收');
  await department.shown('.sheet button').filter({ hasText: '签收' }).tap();
  await department.sees(/已签收，请/);
  await department.press('答复');
  await department.type('text', '已更换损坏的线路和灯头，三盏灯都亮了。');
  await department.press('A 已解决');
  await submitSheet(department);
  await department.sees(/已答复，主席团/);

  await goTo(presidium, orderPath);
  expect(await findBlemishes(presidium.page)).toEqual([]);
  await presidium.press('评价答复');
  await presidium.press('不满意');
  await submitSheet(presidium);
  await presidium.sees('请填写“意见”');
  await presidium.press('满意');
  await presidium.press('认可答复');
  await submitSheet(presidium);
  await presidium.sees('评价已登记。');
  expect((await wishNow(wish.id)).orders.map(({ status }) => status)).toEqual(['rated']);

  const claimer = await someone('representative');
  await goTo(claimer, wishPath);
  await claimer.press('办结');
  await claimer.type('note', '建设局换了灯头，晚上去看过，都亮了。');
  await submitSheet(claimer);
  await claimer.sees('待确认');

  const liaison = await someone('liaison');
  await goTo(liaison, callBacksPath);
  await liaison.shown(`#solved-${wish.code}`).tap();
  await liaison.shown('#undo').waitFor();
  expect(await findBlemishes(liaison.page)).toEqual([]);
  await liaison.sees('都问过了');
  expect(await wishNow(wish.id)).toMatchObject({ status: 'closed', rating: 'satisfied' });
  for (const { troubles } of [presidium, department, claimer, liaison]) expect(troubles).toEqual([]);
  await Promise.all([presidium, department, claimer, liaison].map(({ close }) => close()));
});

/** Going on to the wish's page sends what was tapped. */
async function goingOnSends(liaison: Phone): Promise<void> {
  const sent = liaison.page.waitForResponse((answer) => answer.request().postData()?.includes('"callBack"') ?? false);
  await liaison.shown('.call-back__wish').first().tap();
  await sent;
  await liaison.sees('心愿人的联系方式');
}

it('a tap that was wrong is taken back, and one who could not be reached stays until the second time', async () => {
  const wish = await aClaimedWish('河边的护栏松动了');
  await ask(await signIn('representative'), 'wish.fulfil', { id: wish.id, note: '护栏已经加固', outcomes: [] });
  const liaison = await someone('liaison');
  await goTo(liaison, callBacksPath);
  expect(await findBlemishes(liaison.page)).toEqual([]);

  await liaison.shown(`#solved-${wish.code}`).tap();
  await liaison.shown('#undo').tap();
  await liaison.shown('#undo').waitFor({ state: 'detached' });
  await liaison.shown(`#missed-${wish.code}`).tap();
  await goingOnSends(liaison);
  expect(await wishNow(wish.id)).toMatchObject({ status: 'fulfilled', callBacks: [{ outcome: 'noAnswer' }] });

  await goTo(liaison, callBacksPath);
  await liaison.shown(`#missed-${wish.code}`).tap();
  await goingOnSends(liaison);
  await goTo(liaison, callBacksPath);
  await liaison.sees('都问过了');
  expect((await wishNow(wish.id)).callBacks).toHaveLength(2);
  await liaison.close();
});
