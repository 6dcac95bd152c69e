/** Every page as people meet it: small and large phones, normal and large type, loading, empty, without a signal. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role } from '../../domain/caller';
import { dress, findBlemishes, untilSettled } from '../support/page-audit';
import { aPhoneScreen, aPhotoFile, openBrowser, openPhone, type Phone } from '../support/phone';
import { startServer, type Server } from '../support/started-server';

const LONG = '门前这条路一下雨就积水，老人小孩出门都要蹚水走，想请人垫高一点，再装一盏路灯。'.repeat(8).slice(0, 300);
const widths = [390, 320] as const;

let directory: string;
let town: Server;
let emptyTown: Server;
let browser: Browser;
const ids = { submitted: '', claimed: '', fulfilled: '', post: '' };

interface Answer {
  data: { token: string; wish: { id: string }; post: { id: string }; mediaId: string };
}

async function ask(token: string, action: string, data: unknown): Promise<Answer['data']> {
  const [area = '', verb = ''] = action.split('.');
  const { status, body } = await town.call(area, verb, data, token);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return (body as Answer).data;
}

const signIn = async (persona: Role): Promise<string> => (await ask('', 'account.demoSignIn', { persona })).token;

async function upload(token: string): Promise<string> {
  const { buffer, name, mimeType } = await aPhotoFile();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${town.origin}/media`, { method: 'POST', headers, body: form });
  return ((await response.json()) as Answer).data.mediaId;
}

async function aWish(token: string, content: string): Promise<string> {
  const { wish } = await ask(token, 'wish.submit', {
    content,
    category: 'facility',
    village: '刘胜村',
    team: '东头老队部后面第十八村民小组',
    wisher: { name: '欧阳娜仁', phone: '13959171093' },
    consent: { showName: true, showPhoto: true },
    photos: [await upload(token)],
    clientToken: `pages-${content.slice(0, 40)}`,
  });
  return wish.id;
}

/** A wish at each step that has a page of its own, and a post as full as one can be. */
async function prepare(): Promise<void> {
  const [resident, liaison, claimer] = [
    await signIn('resident'),
    await signIn('liaison'),
    await signIn('representative'),
  ];
  ids.submitted = await aWish(resident, LONG);
  for (const step of ['claimed', 'fulfilled'] as const) {
    ids[step] = await aWish(resident, `${step}：村口健身器材的螺丝松了`);
    await ask(liaison, 'wish.review', { id: ids[step], decision: 'publish', difficulty: 'medium', dueDays: 30 });
    await ask(claimer, 'wish.claim', { id: ids[step] });
  }
  const outcomes = [
    { kind: 'facility', items: 12345, amountYuan: 98765.5 },
    { kind: 'clinic', sessions: 120, people: 54321 },
  ];
  await ask(claimer, 'wish.fulfil', { id: ids.fulfilled, note: '请厂家来紧固了。', outcomes });
  const photos: string[] = [];
  while (photos.length < 9) photos.push(await upload(claimer));
  const post = { text: LONG.slice(0, 140), photos, wishId: ids.fulfilled, clientToken: 'pages-post-full' };
  ids.post = (await ask(claimer, 'post.publish', post)).post.id;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weixinyuan-pages-'));
  town = await startServer(join(directory, 'town'));
  emptyTown = await startServer(join(directory, 'empty'), '--empty');
  browser = await openBrowser();
  await prepare();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([town.stop('SIGTERM'), emptyTown.stop('SIGTERM')]);
  await rm(directory, { recursive: true, force: true });
});

/** A page, and what is pressed on it before one looks: the words of a button that opens a sheet or shows what is wrong. */
type Look = readonly [path: string, press?: string | RegExp];

const looks: readonly (readonly [who: Role | null, pages: () => readonly Look[]])[] = [
  [
    null,
    () => [
      ['/pages/wishes/index'],
      ['/pages/wishes/index', '类别'],
      ['/pages/feed/index'],
      ['/pages/board/index'],
      ['/pages/mine/index'],
      ['/pages/submit/index', '提交心愿'],
      ['/pages/submit/index', '不确定该不该提'],
      [`/pages/post-detail/index?id=${ids.post}`],
      ['/pages/wish-detail/index?id=none'],
      ['/workbench/presidium/desk/index'],
      ['/workbench/group/reviews/index'],
    ],
  ],
  [
    'resident',
    () => [
      ['/pages/mine/index'],
      ['/pages/notices/index'],
      [`/pages/wish-detail/index?id=${ids.submitted}`],
      [`/pages/wish-detail/index?id=${ids.fulfilled}`, '评价'],
    ],
  ],
  [
    'representative',
    () => [
      ['/pages/mine/index', /^我的积分$/],
      ['/pages/feed/index', '小组'],
      [`/pages/wish-detail/index?id=${ids.claimed}`],
      [`/pages/wish-detail/index?id=${ids.claimed}`, '首次联系'],
      [`/pages/wish-detail/index?id=${ids.claimed}`, '办结'],
      [`/pages/wish-detail/index?id=${ids.claimed}`, '更多'],
      ['/pages/submit/index?channel=homeVisit', '提交心愿'],
      ['/pages/notices/index'],
      [`/workbench/representative/publish/index?wishId=${ids.claimed}`, '发布晒单'],
    ],
  ],
  [
    'liaison',
    () => [
      ['/workbench/desk/queue/index'],
      ['/workbench/group/call-backs/index'],
      ['/workbench/presidium/desk/index?view=overdue'],
      ['/workbench/group/reviews/index'],
      [`/workbench/group/review/index?id=${ids.submitted}`, '公开'],
      [`/pages/wish-detail/index?id=${ids.fulfilled}`, '登记回访'],
    ],
  ],
  [
    'presidium',
    () => [
      ['/pages/mine/index'],
      ['/workbench/desk/queue/index'],
      ['/workbench/department/orders/index'],
      [`/pages/wish-detail/index?id=${ids.claimed}`, '交办给部门'],
      ['/workbench/presidium/desk/index'],
      ['/workbench/presidium/desk/index?view=ledger', '导出'],
      ['/workbench/presidium/desk/index?view=import'],
    ],
  ],
  ['department', () => [['/workbench/department/orders/index'], ['/workbench/desk/queue/index']]],
];

async function blemishesIn(phone: Phone, type: string): Promise<string[]> {
  const seen: string[] = [];
  for (const width of widths) {
    await phone.page.setViewportSize({ width, height: width === 390 ? 844 : 640 });
    seen.push(...(await findBlemishes(phone.page)).map((blemish) => `in ${type} type at ${width}: ${blemish}`));
  }
  await phone.page.setViewportSize({ width: aPhoneScreen.width, height: aPhoneScreen.height });
  return seen;
}

async function look(phone: Phone, [path, press]: Look): Promise<string[]> {
  // A page opened twice in a row is opened anew.
  await phone.page.goto('about:blank');
  await phone.goTo(path);
  await untilSettled(phone.page, path);
  if (press !== undefined) await phone.press(press);
  const inNormal = await blemishesIn(phone, 'normal');
  await dress(phone.page, true);
  return [...inNormal, ...(await blemishesIn(phone, 'large'))].map((seen) => `${path} ${String(press ?? '')} ${seen}`);
}

it('every page is legible, fits the phone and has targets for a thumb, in large type too', async () => {
  const phone = await openPhone(browser, `${town.origin}/`);
  const seen: string[] = [];
  for (const [who, pages] of looks) {
    if (who) {
      await phone.goTo('/pages/mine/index');
      await phone.becomes(who);
    }
    for (const page of pages()) seen.push(...(await look(phone, page)));
  }
  expect(seen).toEqual([]);
  expect(phone.troubles).toEqual([]);
  await phone.close();
});

const everybodys = ['/pages/wishes/index', '/pages/feed/index', '/pages/board/index', '/pages/mine/index'];
const signedIn = [
  ...everybodys,
  '/pages/notices/index',
  '/workbench/desk/queue/index',
  '/workbench/group/reviews/index',
  '/workbench/group/call-backs/index',
  '/workbench/department/orders/index',
  '/workbench/presidium/desk/index',
];

it('an empty town says so on every page, and what to do', async () => {
  const phone = await openPhone(browser, `${emptyTown.origin}/`);
  const lookAt = async (path: string, said: string): Promise<void> => {
    await phone.goTo(path);
    await untilSettled(phone.page, path);
    await phone.sees(said);
    expect(await findBlemishes(phone.page)).toEqual([]);
  };
  await lookAt('/pages/wishes/index', '还没有公开的心愿');
  await lookAt('/pages/feed/index', '还没有晒单');
  await lookAt('/pages/board/index', '这段时间还没有积分');
  await lookAt('/pages/mine/index', '还没有许过愿');
  await phone.becomes('presidium');
  await lookAt('/pages/notices/index', '还没有通知');
  await lookAt('/workbench/desk/queue/index', '都办好了');
  await lookAt('/workbench/group/call-backs/index', '都问过了');
  await lookAt('/workbench/department/orders/index', '没有这样的交办单');
  await phone.close();
});

it('without a signal every page says so and offers to try again, and then shows what it had to', async () => {
  const phone = await openPhone(browser, `${town.origin}/`);
  await phone.tab('我的');
  await phone.becomes('presidium');
  for (const path of signedIn) {
    await phone.page.route('**/fn/**', (route) => route.abort());
    await phone.goTo(path);
    await phone.page.reload();
    await untilSettled(phone.page, path);
    await phone.sees('网络不通或服务没有回应');
    expect(await findBlemishes(phone.page)).toEqual([]);
    await phone.page.unroute('**/fn/**');
    await phone.press('再试一次');
    await phone.page.getByText('网络不通或服务没有回应').locator('visible=true').first().waitFor({ state: 'hidden' });
  }
  await phone.close();
});

it('a page that is still loading shows grey boxes in the place of its content', async () => {
  const phone = await openPhone(browser, `${town.origin}/`);
  await phone.tab('我的');
  await phone.becomes('presidium');
  await phone.page.route('**/fn/**', () => undefined);
  for (const path of [...signedIn, `/pages/wish-detail/index?id=${ids.claimed}`]) {
    await phone.goTo(path);
    await phone.page.reload();
    await phone.shown('.skeleton').first().waitFor();
  }
  await phone.close();
});
