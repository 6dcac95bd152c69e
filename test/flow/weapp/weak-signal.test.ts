/** A yard with a weak signal: answers that are lost, uploads that break off, an app that is closed halfway. */
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const CONTENT = '想请人教教怎么用手机看病挂号';

let functions: Functions;
let storage: Map<string, string>;
let user: WechatUser;
let app: MiniProgram;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
});

afterAll(() => functions.close());

async function openForm(): Promise<void> {
  user = await openAs(functions, 'o-resident', { storage });
  ({ app } = user);
  await app.tap('#go-submit');
}

async function fillIn(): Promise<void> {
  await app.type('#content', CONTENT);
  await app.tapText('医疗健康');
  await app.tap('#village');
  await app.tapText('刘胜村');
  await app.type('#wisher-name', '王秀兰');
  await app.type('#wisher-phone', '13959171093');
}

beforeEach(async () => {
  storage = new Map();
  await openForm();
});

const typed = (selector: string): unknown => {
  const native = app.find(`${selector} .wx-native`);
  return native && 'value' in native ? native.value : undefined;
};

it('an answer that is lost on the way makes no second wish', async () => {
  const answer = app.api['cloud.callFunction'];
  await fillIn();
  app.api['cloud.callFunction'] = async (options) => {
    await answer?.(options);
    throw new Error('request timeout');
  };
  await app.tap('#submit');
  expect(app.text('.notice')).toContain('请检查网络后再试一次');
  expect(typed('#content')).toBe(CONTENT);
  if (answer) app.api['cloud.callFunction'] = answer;
  await app.tap('#submit');
  expect(app.text('#wish-code')).toMatch(/^CJ-/);
  await user.leave();

  const { token } = await signInAs(functions, 'presidium');
  const { items } = await functions.call('wish.list', { scope: 'town' }, token);
  expect(items.map(({ content }) => content)).toEqual([CONTENT]);
});

it('a photo that did not arrive is sent again by a tap', async () => {
  const upload = app.api['cloud.uploadFile'];
  app.api['cloud.uploadFile'] = () => {
    throw new Error('network error');
  };
  await fillIn();
  await app.tap('.photo-picker__add--camera');
  expect(app.text('.photo-picker__cover')).toBe('没有传上，点此重试');
  await app.tap('#submit');
  expect(app.text('.notice')).toContain('有照片没有传上');
  if (upload) app.api['cloud.uploadFile'] = upload;
  await app.tap('.photo-picker__cover');
  expect(app.find('.photo-picker__cover')).toBeNull();
  await app.tap('#submit');
  expect(app.text('#wish-code')).toMatch(/^CJ-/);
  await user.leave();
});

it('changing one’s mind about a photo changes nothing', async () => {
  app.api.chooseMedia = () => {
    throw new Error('cancel');
  };
  await app.tap('.photo-picker__add--album');
  expect(app.findAll('.photo-picker__image')).toEqual([]);
  expect(app.calls('showToast')).toEqual([]);
  await user.leave();
});

it('what was typed and the photo are there after the app was closed', async () => {
  await fillIn();
  await app.tap('.photo-picker__add--album');
  await user.leave();

  await openForm();
  expect(typed('#content')).toBe(CONTENT);
  expect(app.text('#category-field')).toContain('✓ 医疗健康');
  expect(app.text('#village')).toContain('刘胜村');
  expect(typed('#wisher-phone')).toBe('13959171093');
  expect(app.findAll('.photo-picker__image')).toHaveLength(1);
  await app.tap('#submit');
  expect(app.text('#wish-code')).toMatch(/^CJ-/);
  await user.leave();

  await openForm();
  expect(typed('#content')).toBe('');
  expect(app.findAll('.photo-picker__image')).toEqual([]);
  await user.leave();
});

it('a post that was published without a signal goes out, once, when the app is opened where there is one', async () => {
  const cast = await aCast(functions);
  const { code } = await functions.call('account.invite', { representativeId: 'g1-member' }, cast.admin.token);
  await user.leave();
  user = await openAs(functions, 'o-representative', { storage });
  const { files } = user;
  ({ app } = user);
  await bind(app, code);
  app.api['cloud.uploadFile'] = () => {
    throw new Error('network error');
  };
  await app.go('navigateTo', '/workbench/representative/publish/index');
  await app.tap('#take-photo');
  await app.type('#text', '在院子里给老人们讲了防诈骗');
  await app.tap('#send');
  expect(app.text('#kept')).toContain('已放进待发队列');
  await app.tapText('查看待发');
  expect(app.text()).toContain('服务暂时没有应答');
  expect(app.text()).toContain('照片已传 0/1');
  await user.leave();

  user = await openAs(functions, 'o-representative', { storage, files, path: 'workbench/representative/outbox/index' });
  ({ app } = user);
  expect(app.text()).toContain('已发出');
  await user.leave();
  const { items } = await functions.call('post.feed', {}, cast.member.token);
  expect(items.map(({ text, photoCount }) => ({ text, photoCount }))).toEqual([
    { text: '在院子里给老人们讲了防诈骗', photoCount: 1 },
  ]);
});
