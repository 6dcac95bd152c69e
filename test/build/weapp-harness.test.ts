import { rmSync } from 'node:fs';
import { compileMiniProgram } from '../support/weapp/compile';
import { writeFixture } from '../support/weapp/fixture';
import { launchMiniProgram } from '../support/weapp/launch';
import type { MiniProgram } from '../support/weapp/mini-program';
import { isWxName } from '../support/weapp/wx-names';

const items = [
  { id: '1', title: '第一件' },
  { id: '2', title: '第二件' },
];
let folder: string;
let app: MiniProgram;

describe('a mini-program in the harness', () => {
  beforeEach(async () => {
    folder = writeFixture();
    app = await launchMiniProgram({ dist: folder, api: { 'cloud.callFunction': async () => ({ result: { items } }) } });
  });

  afterEach(async () => {
    expect(app.errors).toEqual([]);
    expect(app.warnings).toEqual([]);
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('draws what the cloud function answered and records the call', () => {
    expect(app.problems).toEqual([]);
    expect(app.texts('.card')).toEqual(['第一件', '第二件']);
    expect(app.calls('cloud.init')[0]?.options).toEqual({ env: 'try' });
    expect(app.calls('cloud.callFunction')).toHaveLength(1);
    expect(app.calls('cloud.callFunction')[0]?.options).toEqual({ name: 'wish', data: { action: 'list', page: 1 } });
    expect(app.title).toBe('样例');
  });

  it('opens a page of a subpackage and comes back', async () => {
    await app.tapText('第二件');
    expect(app.stack).toEqual(['pages/list/index', 'work/detail/index']);
    expect(app.text('.id')).toBe('2 王&');
    expect(app.title).toBe('详情');
    await app.tapText('返回');
    expect(app.route).toBe('pages/list/index');
  });

  it('starts at the page of a shared card', async () => {
    await app.close();
    app = await launchMiniProgram({ dist: folder, path: 'work/detail/index', query: { id: '9' } });
    expect(app.route).toBe('work/detail/index');
    expect(app.text('.id')).toBe('9 ');
    expect(app.text('.browser')).toBe('undefined'.repeat(3));
  });

  it('shares from the menu and from a button', async () => {
    expect(app.share()).toEqual({ title: 'menu', path: '/work/detail/index?id=0' });
    await app.tap('.share');
    expect(app.shares.at(-1)).toEqual({ title: 'button', path: '/work/detail/index?id=7' });
  });

  it('pulls down, reaches the bottom, and shows a failed call as WeChat words it', async () => {
    await app.reachBottom();
    expect(app.text('.page')).toBe('2');
    app.api['cloud.callFunction'] = () => {
      throw new Error('timeout');
    };
    await app.pullDown();
    expect(app.text('.refused')).toBe('cloud.callFunction:fail timeout');
    expect(app.calls('stopPullDownRefresh')).toHaveLength(1);
  });

  it('keeps tab pages alive and closes what lay above them', async () => {
    await app.tapTab(1);
    await app.tap('.to-form');
    await app.tapTab(0);
    await app.tapTab(1);
    expect(app.text('.shown')).toBe('2');
    expect(app.stack).toEqual(['pages/mine/index']);
  });

  it('fills a form and uploads a photo', async () => {
    app.api.chooseMedia = (options) => ({ tempFiles: [{ tempFilePath: `tmp/${options.count}.jpg` }] });
    app.api['cloud.uploadFile'] = ({ cloudPath }) => ({ fileID: `cloud://${cloudPath}` });
    await app.go('navigateTo', 'pages/form/index');
    await app.type('.name', '王小明同学');
    await app.tap('.agree');
    await app.pick('.kind', 1);
    await app.tap('.poor');
    await app.tap('.save');
    const said: unknown = JSON.parse(app.text('.said'));
    expect(said).toEqual({ photo: 'cloud://photo.jpg', name: '王小明同', agree: true, kind: 1, score: 'poor' });
    expect(app.calls('cloud.uploadFile')[0]?.options).toMatchObject({ filePath: 'tmp/1.jpg' });
  });

  it('fails a call that the test has no answer for', async () => {
    await app.go('navigateTo', 'pages/form/index');
    await app.tap('.save');
    expect(app.text('.said')).toBe('chooseMedia:fail the test gave no handler for wx.chooseMedia');
  });

  it('refuses what WeChat refuses', async () => {
    await expect(app.go('navigateTo', 'pages/mine/index')).rejects.toMatchObject({ errMsg: /tabbar page/ });
    await expect(app.go('switchTab', 'pages/form/index')).rejects.toMatchObject({ errMsg: /non-TabBar/ });
    await expect(app.go('navigateTo', 'pages/none/index')).rejects.toMatchObject({ errMsg: /not found/ });
    await expect(app.back()).rejects.toMatchObject({ errMsg: /first page/ });
  });

  it('replaces and relaunches', async () => {
    await app.go('navigateTo', 'pages/form/index');
    await app.go('redirectTo', 'work/detail/index?id=3');
    expect(app.stack).toEqual(['pages/list/index', 'work/detail/index']);
    await app.go('reLaunch', 'pages/mine/index');
    expect(app.stack).toEqual(['pages/mine/index']);
  });
});

it('starts again on the same phone, with what it kept', async () => {
  const counts = `const n = (wx.getStorageSync('n') || 0) + 1; wx.setStorageSync('n', n); this.setData({ refused: n })`;
  folder = writeFixture({ 'pages/list/index.js': `Page({ data: { refused: 0 }, onLoad() { ${counts} } })` });
  const storage = new Map<string, string>();
  for (const start of ['1', '2']) {
    app = await launchMiniProgram({ dist: folder, storage });
    expect(app.text('.refused')).toBe(start);
    expect(app.largestSetData).toBe('{"refused":1}'.length);
    await app.close();
  }
});

describe('trouble in a build', () => {
  it('is reported for a template that does not parse and for a style that is missing', () => {
    folder = writeFixture({
      'pages/mine/index.wxml': '<view></text>',
      'pages/mine/index.wxss': '@import "./none.wxss";',
    });
    const { problems } = compileMiniProgram(folder);
    expect(problems.map((problem) => problem.file)).toEqual(
      expect.arrayContaining(['pages/mine/index.wxss', expect.stringMatching(/^pages\/mine\/index\.wxml/)]),
    );
  });

  it('is reported for code that leans on a browser, on a missing module, or on a missing API', async () => {
    folder = writeFixture({ 'pages/list/index.js': 'Page({ onLoad() { document.title = 1 } })' });
    app = await launchMiniProgram({ dist: folder });
    expect(String(app.errors[0])).toMatch(/TypeError/);
    await app.close();

    folder = writeFixture({ 'pages/list/index.js': `require('./none'); Page({})` });
    await expect(launchMiniProgram({ dist: folder })).rejects.toThrow('module ./none is missing');

    folder = writeFixture({ 'pages/list/index.js': 'Page({ onLoad() { wx.loginn() } })' });
    app = await launchMiniProgram({ dist: folder });
    expect(String(app.errors[0])).toMatch(/loginn is not a function/);
    await app.close();
  });
});

it("knows WeChat's own names", () => {
  expect(['chooseMedia', 'login', 'cloud', 'getWindowInfo'].filter((name) => !isWxName(name))).toEqual([]);
  expect(isWxName('loginn')).toBe(false);
});
