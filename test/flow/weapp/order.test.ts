/** 交办单 and 回访 in the WeChat build: given out, signed for, answered, printed; then the wisher is called back. */
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const CONTENT = '老队部门口的路灯坏了三盏';
const REASON = '路灯线路归你单位管养，请查看后修复';
const ANSWER = '已更换损坏的线路和灯头，三盏灯都亮了';

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;
let wishId: string;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  wishId = await aWishThatIs('claimed', functions, cast, { content: CONTENT });
});

afterAll(() => functions.close());

async function open(openId: string, path?: string, query?: Record<string, string>): Promise<void> {
  user = await openAs(functions, openId, { ...(path ? { path } : {}), ...(query ? { query } : {}) });
  ({ app } = user);
}

it.each([
  ['o-presidium', '镇人大办', { roles: ['presidium' as const], name: '镇人大办' }],
  ['o-department', '老孙', { roles: ['department' as const], departmentId: 'd1', name: '老孙' }],
  ['o-liaison', '陈志明', { representativeId: 'g1-liaison' }],
])('%s becomes known by a code as %s', async (openId, name, office) => {
  await open(openId);
  const { code } = await functions.call('account.invite', office, cast.admin.token);
  await bind(app, code);
  expect(app.text('#my-name')).toBe(name);
  await user.leave();
});

it('the presidium gives the wish to a department', async () => {
  await open('o-presidium', 'pages/wish-detail/index', { id: wishId });
  await app.tap('#act-issue');
  await app.tap('#sheet-submit');
  expect(app.texts('.field__error')).toEqual(['请选择承办部门', '请填写交办事由']);
  await app.tap('#departmentId');
  await app.tapText('民政办');
  await app.type('#reason', REASON);
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('已交办给民政办');
  expect(app.text('.wish-facts__top')).toContain('协办');
  await user.leave();
});

it('the department signs for it, answers, and opens its paper to print', async () => {
  await open('o-department');
  await app.tapTab(3);
  await app.tap('#door-orders');
  expect(app.route).toBe('workbench/department/orders/index');
  await app.tap('.order-card');
  expect(app.route).toBe('workbench/department/order/index');
  expect(app.text()).toContain(REASON);
  await app.tap('#act-accept');
  await app.tap('.confirm__text + .pressable');
  expect(app.text('.notice')).toContain('已签收');
  await app.tap('#act-answer');
  await app.type('#text', ANSWER);
  await app.tapText('A 已解决');
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('已答复');

  app.api.downloadFile = ({ url }) => ({ tempFilePath: url.startsWith('https:') ? 'wxfile://paper.docx' : '' });
  app.api.openDocument = () => ({});
  await app.tap('#print-answer');
  expect(app.calls('openDocument').map(({ options }) => options)).toEqual([
    expect.objectContaining({ filePath: 'wxfile://paper.docx', fileType: 'docx', showMenu: true }),
  ]);
  await user.leave();
});

it('the presidium rates the answer from its queue', async () => {
  await open('o-presidium');
  await app.tapTab(3);
  await app.tap('#door-queue');
  await app.tapText('已答复，待评价');
  expect(app.route).toBe('workbench/department/order/index');
  expect(app.text()).toContain(ANSWER);
  await app.tap('#act-rate');
  await app.tapText('满意');
  await app.tapText('认可答复');
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('评价已登记');
  await user.leave();
});

it('the liaison calls the wisher back, and what was tapped is sent on leaving the page', async () => {
  const { wish } = await functions.call(
    'wish.fulfil',
    { id: wishId, note: '晚上去看过，都亮了', outcomes: [] },
    cast.member.token,
  );
  await open('o-liaison');
  await app.tapTab(3);
  await app.tap('#door-call-backs');
  expect(app.route).toBe('workbench/group/call-backs/index');
  await app.tapText('上门');
  await app.tap(`#solved-${wish.code}`);
  expect(app.find('#undo')).not.toBeNull();
  await app.back();
  const { wish: closed } = await functions.call('wish.get', { id: wishId }, cast.liaison.token);
  expect(closed).toMatchObject({ status: 'closed', rating: 'satisfied', resolved: 'yes' });
  await user.leave();
});
