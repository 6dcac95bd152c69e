/** 代群众登记 in the WeChat build: the right door, who agreed, a minor's wish, and one that the village has already. */
import { setTimeout as sleep } from 'node:timers/promises';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const KNOWN = '村口老槐树旁的路灯坏了，晚上看不清路';

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;
let knownCode: string;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  const id = await aWishThatIs('open', functions, cast, { content: KNOWN });
  knownCode = (await functions.call('wish.get', { id })).wish.code;
  user = await openAs(functions, 'o-member');
  ({ app } = user);
  const { code } = await functions.call('account.invite', { representativeId: 'g1-member' }, cast.admin.token);
  await bind(app, code);
});

afterAll(async () => {
  await user.leave();
  await functions.close();
});

/** The page asks only when nothing has been typed for a moment. */
async function untilTypingHasPaused(): Promise<void> {
  await sleep(700);
  await app.settle();
}

it('names the right door for what is no small wish, and lets one go on', async () => {
  await app.tap('#door-register');
  expect(app.route).toBe('pages/submit/index');
  await app.tap('#right-door-link');
  await app.tap('.right-doors__matter');
  expect(app.findAll('.right-doors__next')).toHaveLength(1);
  await app.tap('#door-wish');
  expect(app.find('#door-wish')).toBeNull();
});

it('asks how the wisher agreed, and the guardian where it is a minor’s wish', async () => {
  await app.tap('#minor');
  await app.tap('#submit');
  expect(app.texts('.field__error')).toContain('请选择心愿人怎样同意的');
  expect(app.texts('.field__error')).toContain('要先征得监护人同意');
  expect(app.find('#consent-name')).toBeNull();
});

it('shows what the village has wished already, and registers the same wish under it', async () => {
  await app.tapText('当面口头同意');
  await app.tap('#guardian-consent');
  await app.tap('#village');
  await app.tapText('刘胜村');
  await app.type('#wisher-name', '王秀兰');
  await app.type('#wisher-phone', '13959171094');
  await app.type('#content', '老槐树旁的路灯坏了，晚上出门看不清路');
  await untilTypingHasPaused();
  expect(app.text('#similar')).toContain(knownCode);
  await app.tap('#similar .button');
  await app.tap('.confirm__text + .pressable');
  expect(app.text('#wish-code')).toMatch(/^CJ-\d{4}-\d{4}$/);
  expect(app.text()).toContain(`您的心愿和 ${knownCode} 是同一件事，会一起办理`);
});
