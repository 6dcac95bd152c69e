/** 暂缓 in the WeChat build: asked for by the claimer, refused by the liaison, and what each hears of it. */
import { addDays, shanghaiDay } from '../../../domain/time';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const CONTENT = '河边的护栏松动了，怕孩子掉下去';
const ASKED = '要等汛期过了才能动工';
const REFUSED = '可以先拉一道警戒线，请接着办';

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  await aWishThatIs('open', functions, cast, { content: CONTENT });
});

afterAll(() => functions.close());

async function open(openId: string): Promise<void> {
  user = await openAs(functions, openId);
  ({ app } = user);
}

it.each(['g1-member', 'g1-liaison'])('%s becomes known by a code', async (representativeId) => {
  await open(`o-${representativeId}`);
  const { code } = await functions.call('account.invite', { representativeId }, cast.admin.token);
  await bind(app, code);
  expect(app.find('#bind')).toBeNull();
  await user.leave();
});

it('the representative claims, records the first contact, and asks for a pause', async () => {
  await open('o-g1-member');
  await app.tapText(CONTENT);
  await app.tap('#act-claim');
  await app.tap('#act-contact');
  await app.tapText('上门');
  await app.type('#note', '当面看过，第三根立柱松了');
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('首次联系已登记');

  await app.tap('#act-more');
  await app.tap('#act-askPause');
  await app.tap('#sheet-submit');
  expect(app.texts('.field__error')).toEqual(['请填写“为什么要暂缓”', '请选择“哪一天恢复办理”']);
  await app.type('#reason', ASKED);
  await app.pick('#resumeOn wx-picker', shanghaiDay(addDays(functions.clock.now, 20)));
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('已申请暂缓');
  expect(app.text()).toContain('等答复的申请');
  await user.leave();
});

it('the liaison is told, finds it in the queue and refuses', async () => {
  await open('o-g1-liaison');
  await app.tapTab(3);
  expect(app.text('#door-notices')).toMatch(/^通知（\d 条未读）$/);
  await app.tap('#door-notices');
  expect(app.route).toBe('pages/notices/index');
  expect(app.text('.notice-card')).toContain('周建平申请暂缓至');
  await app.tap('#read-all');
  expect(app.findAll('.notice-card .tag')).toEqual([]);
  await app.back();
  expect(app.text('#door-notices')).toBe('通知');

  expect(app.text('#door-queue')).toBe('我的待办（1 件）');
  await app.tap('#door-queue');
  expect(app.route).toBe('workbench/desk/queue/index');
  expect(app.texts('.task__kind')).toEqual(['申请暂缓']);
  await app.tap('.task__link');
  expect(app.text()).toContain(ASKED);
  await app.tap('#act-refusePause');
  await app.type('#reason', REFUSED);
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('已答复代表，不同意暂缓');
  await app.back();
  expect(app.text('#queue')).toContain('都办好了');
  await user.leave();
});

it('the representative reads in the inbox why not, and goes on from there', async () => {
  await open('o-g1-member');
  await app.tapTab(3);
  await app.tap('#door-notices');
  expect(app.text('.notice-card')).toContain('未读');
  expect(app.text('.notice-card')).toContain(`暂缓申请没有同意：${REFUSED}`);
  await app.tap('.notice-card__head');
  expect(app.route).toBe('pages/wish-detail/index');
  expect(app.text('#wish-content')).toBe(CONTENT);
  await app.back();
  expect(app.text('.notice-card')).not.toContain('未读');
  await user.leave();
});

it('the representative’s queue says what is to be done next', async () => {
  await open('o-g1-member');
  await app.tapTab(3);
  await app.tap('#door-queue');
  expect(app.texts('.task__kind')).toEqual(['待登记进展']);
  expect(app.find('.tick')).toBeNull();
  await user.leave();
});
