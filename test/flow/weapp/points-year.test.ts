/** A representative's year in the mini-program: visits, duties, a campaign, points, dossier; and the presidium's side of it. */
import { addDays, shanghaiDay } from '../../../domain/time';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const HOUR = 3600_000;
const now = new Date();
const inHours = (hours: number): string => new Date(now.getTime() + hours * HOUR).toISOString();

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;
let dutyId: string;

beforeAll(async () => {
  functions = await startFunctions(areas, { now });
  await aTown(functions);
  cast = await aCast(functions);
  const meeting = {
    ...{ kind: 'meeting' as const, title: '镇人大会议', place: '镇政府三楼', halfDays: 1 },
    ...{ from: inHours(-0.5), until: inHours(2), expected: ['g1-member'], clientToken: 'weapp-duty' },
  };
  dutyId = (await functions.call('duty.save', meeting, cast.presidium.token)).duty.id;
});

afterAll(() => functions.close());
afterEach(() => user.leave());

const offices = {
  'o-member': { representativeId: 'g1-member' },
  'o-liaison': { representativeId: 'g1-liaison' },
  'o-presidium': { roles: ['presidium' as const], name: '镇人大办' },
};
const known = new Set<string>();

/** The first time by the code that the admin gave out. */
async function open(openId: keyof typeof offices): Promise<void> {
  user = await openAs(functions, openId);
  ({ app } = user);
  if (known.has(openId)) return;
  known.add(openId);
  const { code } = await functions.call('account.invite', offices[openId], cast.admin.token);
  await bind(app, code);
}

async function openDoor(id: string, route: string): Promise<void> {
  await app.tapTab(3);
  await app.tap(id);
  expect(app.route).toBe(route);
}

it('the presidium plans a campaign with a goal for every group, and starts it', async () => {
  await open('o-presidium');
  await app.go('navigateTo', 'workbench/campaign/plan/index');
  await app.type('#name', '为民服务主题实践活动');
  await app.pick('#from wx-picker', shanghaiDay(now));
  await app.pick('#until wx-picker', shanghaiDay(addDays(now, 60)));
  await app.type('#themes', '为民服务我先行\n助推发展我出力');
  await app.type('#intro', '每位代表至少办成一件实事。');
  await app.type('#notice', '请全体代表走访选民，收集心愿，办成实事。');
  await app.tapText('保存为草稿');
  expect(app.route).toBe('workbench/campaign/campaign/index');
  await app.tap('#publish');
  await app.tapText('启动');
  expect(app.text('.notice')).toContain('活动已启动');
});

it('a representative confirms the notice, and signs in to a meeting by six digits', async () => {
  await open('o-member');
  await app.go('navigateTo', 'workbench/campaign/campaigns/index');
  await app.tapText('为民服务主题实践活动');
  expect(app.route).toBe('workbench/campaign/campaign/index');
  await app.tapText('我已阅读动员通知');
  expect(app.text()).toMatch(/您已在.*确认阅读/);

  await openDoor('#door-duties', 'workbench/duty/duties/index');
  await app.tap(`#sign-${dutyId}`);
  const { code } = await functions.call('duty.code', { id: dutyId }, cast.presidium.token);
  for (const digit of code) await app.tapText(digit);
  expect(app.text('.notice')).toContain('签到成功。');
});

it('records a visit, which another confirms', async () => {
  await open('o-member');
  await openDoor('#door-visit', 'workbench/points/propose/index');
  await app.type('#label', '走访刘胜村三组选民');
  await app.type('#reason', '走访 6 户，听到两条关于路灯的意见');
  await app.type('#evidence', '走访记录本第 12 页，刘胜村三组');
  await app.tap('#propose-send');
  expect(app.text()).toContain('等组长、联络员确认');
  await user.leave();

  await open('o-liaison');
  await openDoor('#door-proposals', 'workbench/points/proposals/index');
  await app.tapText('确认记分');
  await app.type('#reason', '已核对走访记录');
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('已确认，积分已经记上');
});

it('sees how it was reckoned, the place on the board, the chain proved, and the dossier', async () => {
  await open('o-member');
  await openDoor('#door-entries', 'workbench/points/entries/index');
  expect(app.text()).toContain('1 日 × 1 分');
  await app.tapText('规则和校验码');
  expect(app.text()).toContain('W1（第 1 版）');

  await app.tapTab(2);
  expect(app.text('#my-place')).toContain('第 1 名1 分');
  await app.tapText('按小组');
  expect(app.text('#group-race')).toContain('江东代表小组');

  await app.go('navigateTo', 'workbench/points/verify/index');
  await app.tap('#verify');
  expect(app.text('#verify-done')).toContain('核验通过：1 条明细无一改动');

  await openDoor('#door-dossier', 'workbench/dossier/dossier/index');
  expect(app.text('#dossier')).toContain('走访接待1 次');
});

it('the presidium settles the meeting, looks at the rules and begins the archive of all dossiers', async () => {
  await open('o-presidium');
  functions.clock.now = new Date(now.getTime() + 3 * HOUR);
  await app.go('navigateTo', `workbench/duty/duty/index?id=${dutyId}`);
  await app.tap('#settle');
  expect(app.text('#settle-summary')).toContain('出席人代会');
  await app.tap('#settle-now');
  expect(app.text('.notice')).toContain('考勤已确认，积分已记。');

  await openDoor('#door-rules', 'workbench/points/rules/index');
  expect(app.text()).toContain('走访、接待选民');
  await openDoor('#door-archive', 'workbench/dossier/archive/index');
  await openDoor('#door-appeals', 'workbench/points/appeals/index');
  await app.go('navigateTo', 'workbench/award/awards/index');
  expect(app.text()).toContain('还没有评选');
});
