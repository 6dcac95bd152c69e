/** A clerk's phone: the town's spreadsheets come in from a WeChat chat, and the ledger opens as one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from '../../support/areas';
import { projectRoot } from '../../support/builds';
import { startFunctions, type Functions } from '../../support/functions';
import { signInAs } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

let functions: Functions;
let user: WechatUser;
let app: MiniProgram;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  user = await openAs(functions, 'o-clerk');
  ({ app } = user);
});

afterAll(async () => {
  await user.leave();
  await functions.close();
});

/** The next file that is chosen from a chat. */
function fromChat(name: string): void {
  const bytes = readFileSync(join(projectRoot, 'local/town/sample', name));
  app.api.chooseMessageFile = () => ({ tempFiles: [{ name, path: user.files.keep(bytes, name), size: bytes.length }] });
}

async function importSheet(name: string, rows: number): Promise<void> {
  fromChat(name);
  await app.tap('#choose-sheet');
  expect(app.text('#import-result')).toContain(`${rows} 行合格，可以导入`);
  await app.tap('#import-now');
  await app.tapText(`正式导入 ${rows} 行`);
  expect(app.text('#import-done')).toContain(`已导入 ${rows} 行`);
}

it('is opened by an invite code', async () => {
  const { token } = await signInAs(functions, 'admin');
  const { code } = await functions.call('account.invite', { roles: ['presidium'], name: '镇人大办' }, token);
  await bind(app, code);
  expect(app.text('#my-name')).toBe('镇人大办');
  await app.tap('#door-desk');
  expect(app.route).toBe('workbench/presidium/desk/index');
});

it('takes the roster and the ledger in', async () => {
  await app.tapText('导入');
  await app.tapText('代表名册');
  await importSheet('roster-64.xlsx', 64);
  await app.tapText('心愿台账');
  await importSheet('ledger-160.xlsx', 160);
});

it('shows the figures that the town knows, and the ledger page by page', async () => {
  await app.tapText('概况');
  expect(app.text('#overview')).toContain('登记心愿160条');
  expect(app.text('#overview')).toContain('办结76条');
  expect(app.text('#overview')).toContain('31,260元');
  expect(app.text()).toContain('收集梳理出160条');
  await app.tapText('台账');
  expect(app.findAll('.ledger-table__code')).toHaveLength(50);
  await app.reachBottom();
  expect(app.findAll('.ledger-table__code')).toHaveLength(100);
  await app.tap('.ledger-table__body .ledger-table__row');
  expect(app.route).toBe('pages/wish-detail/index');
  await app.back();
});

it('opens the ledger as a spreadsheet', async () => {
  app.api.downloadFile = ({ url }) => ({ tempFilePath: url.startsWith('https:') ? 'wxfile://ledger.xlsx' : '' });
  app.api.openDocument = () => ({});
  await app.tap('#export');
  await app.tap('#export-now');
  expect(app.calls('openDocument').map(({ options }) => options)).toEqual([
    expect.objectContaining({ filePath: 'wxfile://ledger.xlsx', fileType: 'xlsx', showMenu: true }),
  ]);
});
