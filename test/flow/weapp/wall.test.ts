/** Looking around in the WeChat build: lists that page, filter and refresh, tabs, large type, and calls that fail. */
import { areas } from '../../support/areas';
import { builtFolder } from '../../support/builds';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';
import { listPages, readAppConfig } from '../../support/weapp/app-config';
import { compileMiniProgram } from '../../support/weapp/compile';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { openAs, type WechatUser } from './wechat-user';

const PAGE_SIZE = 20;
const OPEN = 22;

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;

const wallOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `第${index + 1}户的自来水不出水`);

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  for (const content of wallOf(OPEN)) await aWishThatIs('open', functions, cast, { content });
  await aWishThatIs('claimed', functions, cast, {
    content: '老人想学用手机挂号',
    category: 'health',
    village: '永兴村',
  });
  await aWishThatIs('closed', functions, cast, { content: '河边的栏杆断了一截' });
  await aWishThatIs('submitted', functions, cast, { content: '还没有审核的心愿' });
});

afterAll(() => functions.close());

beforeEach(async () => {
  user = await openAs(functions, 'o-visitor');
  ({ app } = user);
});

const shown = (): string[] => app.texts('.wish-card__content');
const listCalls = (): unknown[] =>
  app.calls('cloud.callFunction').filter(({ options }) => JSON.stringify(options).includes('"action":"list"'));

async function tapOne(selector: string, isIt: (element: Element, index: number) => boolean): Promise<void> {
  const element = app.findAll(selector).find(isIt);
  if (!element) throw new Error(`there is no such ${selector} on ${app.route}`);
  await app.tap(element);
}

const tapCount = (index: number): Promise<void> => tapOne('.wall-summary__count', (_, at) => at === index);

/** Chooses in one of the wall's filters: 0 status, 1 category, 2 village. */
async function filterBy(filter: number, option: string): Promise<void> {
  await tapOne('.filter-select__button', (_, at) => at === filter);
  await tapOne('.select-field__option', ({ textContent }) => textContent === option);
}

it('shows honest counts and what is public, page by page down to the end', async () => {
  expect(app.text('.wall-summary__total')).toContain('已登记 25 个心愿');
  expect(app.texts('.wall-summary__count .wall-summary__figure')).toEqual([`${OPEN}`, '1', '1', '0']);
  expect(app.texts('.wall-summary__rate .wall-summary__from')).toEqual(['已办结 1 件', '已解决 1 件']);
  expect(shown()).toHaveLength(PAGE_SIZE);
  await app.reachBottom();
  expect(new Set(shown()).size).toBe(OPEN + 2);
  expect(shown()).not.toContain('还没有审核的心愿');
  expect(app.text('.list-footer')).toBe('已经到底了');
  const before = listCalls().length;
  await app.reachBottom();
  expect(listCalls()).toHaveLength(before);
  await user.leave();
});

it('filters by count, category and village, and searches', async () => {
  await tapCount(1);
  expect(shown()).toEqual(['老人想学用手机挂号']);
  await tapCount(1);
  await filterBy(1, '医疗健康');
  expect(shown()).toEqual(['老人想学用手机挂号']);
  await filterBy(2, '刘胜村');
  expect(app.text()).toContain('没有找到这样的心愿');
  await filterBy(1, '全部');
  await app.type('#wish-search', '栏杆');
  await app.tap('.search-bar__button--go');
  expect(shown()).toEqual(['河边的栏杆断了一截']);
  await app.tapText('清除');
  expect(shown()).toHaveLength(PAGE_SIZE);
  await user.leave();
});

it('keeps what a tab shows while another is looked at, and asks anew on pull-down', async () => {
  await app.type('#wish-search', '栏杆');
  await app.tap('.search-bar__button--go');
  const before = listCalls().length;
  await app.tapTab(1);
  await app.tapTab(2);
  await app.tapTab(0);
  expect(app.stack).toEqual(['pages/wishes/index']);
  expect(shown()).toEqual(['河边的栏杆断了一截']);
  expect(listCalls()).toHaveLength(before);

  functions.clock.now = new Date(functions.clock.now.getTime() + 60_000);
  await aWishThatIs('open', functions, cast, { content: '桥上的栏杆也松了' });
  await app.pullDown();
  expect(shown()).toEqual(['桥上的栏杆也松了', '河边的栏杆断了一截']);
  expect(app.calls('stopPullDownRefresh')).toHaveLength(1);
  await user.leave();
});

it('shares the wall and the board', async () => {
  expect(app.share()).toEqual({
    title: '长江镇微心愿：说出您的小心愿',
    path: '/pages/wishes/index',
    imageUrl: '/assets/share/card.jpg',
  });
  await app.tapTab(2);
  expect(app.share()).toMatchObject({ path: '/pages/board/index' });
  await user.leave();
});

it('says what to do when a call fails, and goes on when it works again', async () => {
  const answer = app.api['cloud.callFunction'];
  app.api['cloud.callFunction'] = () => {
    throw new Error('-501001 resource system error');
  };
  await app.pullDown();
  expect(shown()).toHaveLength(PAGE_SIZE);
  await app.reachBottom();
  expect(app.text('.list-footer')).toContain('请检查网络后再试一次');
  await app.tapTab(1);
  expect(app.text('#feed')).toContain('请检查网络后再试一次');

  if (answer) app.api['cloud.callFunction'] = answer;
  await app.tapText('再试一次');
  expect(app.text('#feed')).toContain('还没有晒单');
  await app.tapTab(0);
  await app.tapText('再试一次');
  expect(shown().length).toBeGreaterThan(PAGE_SIZE);
  await user.leave();
});

it('makes every page large, at once and after a restart of the same phone', async () => {
  await user.leave();
  const storage = new Map<string, string>();
  user = await openAs(functions, 'o-visitor', { storage });
  ({ app } = user);
  expect(app.find('.page--large')).toBeNull();
  await app.tapTab(3);
  await app.tap('#large-type');
  const large = (): boolean => app.find('.page')?.classList.contains('page--large') ?? false;
  expect(large()).toBe(true);
  for (const tab of [0, 1, 2]) {
    await app.tapTab(tab);
    expect([tab, large()]).toEqual([tab, true]);
  }
  await app.go('navigateTo', 'pages/submit/index');
  expect(large()).toBe(true);
  await user.leave();

  user = await openAs(functions, 'o-visitor', { storage });
  ({ app } = user);
  expect(large()).toBe(true);
  await user.leave();
});

it('opens every page of the main package and of the subpackages', async () => {
  const pages = listPages(readAppConfig(compileMiniProgram(builtFolder('weapp'))));
  expect(pages.length).toBeGreaterThanOrEqual(11);
  for (const page of pages) {
    await app.go('reLaunch', page);
    expect([page, app.route, app.find('.page') !== null, app.text().length > 3]).toEqual([page, page, true, true]);
  }
  await user.leave();
});
