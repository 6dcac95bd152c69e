/** The pages around 晒一单 in the WeChat build: blur a face, take 办之后 through 办之前, publish both. */
import * as media from '../../../cloudfunctions/store/media';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { phoneCanvas, type PhoneCanvas } from '../../support/phone-canvas';
import { phoneFiles, type PhoneFiles } from '../../support/phone-files';
import { aCast, aTown, type Cast } from '../../support/town';
import { aPicture } from '../../support/uploads';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const PUBLISH = 'workbench/representative/publish/index';

let functions: Functions;
let cast: Cast;
let files: PhoneFiles;
let canvas: PhoneCanvas;
let user: WechatUser;
let app: MiniProgram;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  const { code } = await functions.call('account.invite', { representativeId: 'g1-member' }, cast.admin.token);
  files = phoneFiles();
  canvas = phoneCanvas(files);
  const tempImagePath = files.keep(await aPicture(1600, 1200).jpeg().toBuffer(), 'taken.jpg');
  const camera = {
    takePhoto: ({ success }: { success: (taken: { tempImagePath: string }) => void }) => success({ tempImagePath }),
  };
  user = await openAs(functions, 'o-representative', {
    files,
    api: { ...canvas.handlers, createCameraContext: () => camera },
  });
  ({ app } = user);
  await bind(app, code);
});

afterAll(async () => {
  await user.leave();
  await functions.close();
});

const photosInDatabase = async (ids: readonly string[]) => [...(await media.findMany(ids)).keys()];

/** What the server called the photos that this phone has brought, the first first. */
const brought = (): string[] =>
  app.calls('cloud.callFunction').flatMap(({ options, result }) => {
    const { data } = options as { data: { action: string } };
    const answer = result as { result?: { data?: { mediaId?: string } } } | undefined;
    return data.action === 'accept' ? [answer?.result?.data?.mediaId ?? ''] : [];
  });

/** Pictures and canvases open beside the calls that the harness waits for. */
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100 && !(await check()); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
  }
  expect(await check()).toBe(true);
}

it('nothing waits yet', async () => {
  await app.go('navigateTo', '/workbench/representative/outbox/index');
  expect(app.text()).toContain('没有待发的晒单');
  await app.back();
});

it('the camera comes before the page', async () => {
  await app.tapTab(1);
  await app.tap('#publish');
  expect(app.route).toBe(PUBLISH);
  expect(app.findAll('.post-photos__photo')).toHaveLength(1);
  expect(app.text('#photos-field')).toContain('1/9');
});

it('a finger blurs, and the picture that had arrived is taken back', async () => {
  const [original = ''] = brought();
  expect(await photosInDatabase([original])).toEqual([original]);
  await app.tap('.post-photos__press');
  await app.tap('#photo-blur');
  expect(app.route).toBe('workbench/representative/blur/index');
  expect(app.text()).toContain('用手指在人脸、车牌、门牌上涂一涂');
  await until(() => app.find('.blur__opening') === null);
  const board = '.blur__canvas';
  await until(async () => {
    await app.touch(board, 'touchstart', [{ x: 180, y: 135 }]);
    await app.touch(board, 'touchmove', [{ x: 220, y: 135 }]);
    await app.touch(board, 'touchend');
    return canvas.filled() > 0;
  });
  await app.tap('#blur-done');
  await until(() => app.route === PUBLISH && brought().length === 2);
  await app.settle();
  const [, blurred = ''] = brought();
  expect(await photosInDatabase([original, blurred])).toEqual([blurred]);
});

it('办之后 is taken through the veil of 办之前, and both are published as a pair', async () => {
  await app.tap('.post-photos__press');
  await app.tap('#shoot-after');
  expect(app.route).toBe('workbench/representative/camera/index');
  await until(() => app.find('#veil') !== null);
  await app.trigger('wx-camera', 'initdone');
  await app.tap('#shutter');
  await until(() => app.find('#use-shot') !== null);
  await app.tap('#use-shot');
  await until(() => app.route === PUBLISH && app.findAll('.post-photos__part').length === 2);
  expect(app.texts('.post-photos__part')).toEqual(['办之前', '办之后']);
  await app.type('#text', '垃圾清走了，路边种上了花');
  await app.tap('#send');
  await until(() => app.find('#published') !== null);
  expect(app.text('#published')).toContain('晒单已发布');
  const { items } = await functions.call('post.feed', {}, cast.member.token);
  const { post } = await functions.call('post.get', { id: items[0]?.id ?? '' }, cast.member.token);
  expect(post.pairs).toEqual([{ before: post.photos[0]?.id, after: post.photos[1]?.id }]);
});
