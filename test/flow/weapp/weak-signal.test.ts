/** A yard with a weak signal: answers that are lost, uploads that break off, an app that is closed halfway. */
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aTown, signInAs } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { openAs, type WechatUser } from './wechat-user';

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
