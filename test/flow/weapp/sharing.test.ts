/** Into the WeChat group and back, in the mini-program: the drawn card, the poster in the album, the group's board. */
import sharp from 'sharp';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { phoneCanvas } from '../../support/phone-canvas';
import { phoneFiles } from '../../support/phone-files';
import { aCast, aPhoto, aTown, type Cast } from '../../support/town';
import type { ApiHandlers } from '../../support/weapp/wx-async';
import { openAs, type WechatUser } from './wechat-user';

const TOLD = '换了新路灯，乡亲们晚上出门放心了';
const card = { path: 'pages/post-detail/index', scene: 1044 };

let functions: Functions;
let cast: Cast;
let postId: string;
let user: WechatUser;
const files = phoneFiles();
const canvas = phoneCanvas(files);

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  const post = { text: TOLD, photos: [await aPhoto(cast.member)], clientToken: newId() };
  postId = (await functions.call('post.publish', post, cast.member.token)).post.id;
});

afterAll(() => functions.close());
afterEach(() => user.leave());

const fromGroup: ApiHandlers = {
  ...canvas.handlers,
  getGroupEnterInfo: () => ({ encryptedData: '', iv: '', cloudID: 'cloud-id-of-the-group' }),
};

it('a card opened in a group says so, and what is sent on is drawn 5:4', async () => {
  user = await openAs(functions, 'o-neighbour', { ...card, query: { id: postId }, api: fromGroup });
  const { app } = user;
  expect(app.text('#group-entry')).toContain('已晒到本群');
  expect(app.calls('showShareMenu').at(-1)?.options).toMatchObject({ withShareTicket: true });

  const shared = app.share() as { path: string; promise: Promise<{ path: string; imageUrl: string }> };
  expect(shared.path).toBe(`/pages/post-detail/index?id=${postId}`);
  const { path, imageUrl } = await shared.promise;
  expect(path).toBe(shared.path);
  expect(await sharp(files.read(imageUrl)).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 });
  expect(canvas.drawn.join()).toContain('周建平代表 · 江东代表小组');

  await app.tap('#group-board');
  expect(app.route).toBe('workbench/sharing/group-board/index');
  expect(app.texts('.group-board__name')).toEqual(['周建平代表']);
  expect(app.text('.group-board__posts')).toBe('1 条');
});

it('a code opens the post that it stands for, without a group', async () => {
  user = await openAs(functions, 'o-passer-by', { ...card, scene: 1047, query: { scene: postId }, api: fromGroup });
  expect(user.app.text('.post-card__text')).toBe(TOLD);
  expect(user.app.find('#group-entry')).toBeNull();
});

it('the poster goes into the album, once WeChat may write there', async () => {
  let isAllowed = false;
  const album: ApiHandlers = {
    ...canvas.handlers,
    saveImageToPhotosAlbum: () => {
      if (!isAllowed) throw new Error('auth deny');
      return {};
    },
    openSetting: () => {
      isAllowed = true;
      return { authSetting: { 'scope.writePhotosAlbum': true } };
    },
  };
  const path = 'workbench/sharing/poster/index';
  user = await openAs(functions, 'o-neighbour', { path, query: { id: postId }, api: album });
  const { app } = user;
  await app.tap('#save-poster');
  expect(app.text('.notice')).toContain('还不能存照片到相册');
  await app.tap('#allow-album');
  await app.tap('#save-poster');
  expect(app.text('.notice')).toBe('海报已保存到相册，可以发到群里了。');
  const { filePath } = app.calls('saveImageToPhotosAlbum').at(-1)?.options as { filePath: string };
  expect(await sharp(files.read(filePath)).metadata()).toMatchObject({ format: 'jpeg', width: 750 });
  expect(canvas.drawn).toContain('长按识别');
});
