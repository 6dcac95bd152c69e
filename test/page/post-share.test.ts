/** The share card in WeChat: drawn from the group's rendering, in the time that WeChat waits. */
import type { PostView } from '../../contract/post';
import { findShared, postShare, shareButtonId } from '../../src/features/post/post-share';
import { PLAIN_PICTURE } from '../../src/platform/share';

type Answer = () => Promise<unknown>;

const medium = 'https://cloud/group-720.jpg';
const facts = {
  title: '周建平代表晒单：换灯',
  text: '换灯',
  representative: '周建平',
  groupName: '第一代表小组',
  town: '长江镇',
  outcomes: [],
  at: '2026-11-27T01:12:00.000Z',
  photo: { id: 'a', thumb: '', medium, view: '', width: 4, height: 3 },
};

let answerCard: Answer;
let loadsPicture = true;
const calls: unknown[] = [];

const strokes: Record<string, unknown> = { measureText: (text: string) => ({ width: text.length * 50 }) };
const pen = new Proxy(strokes, {
  get: (known, name) => known[String(name)] ?? (() => undefined),
  set: () => true,
});

function aPicture() {
  const picture = {
    width: 720,
    height: 540,
    onload: () => undefined,
    set src(source: string) {
      calls.push(source);
      if (loadsPicture) void Promise.resolve().then(() => picture.onload());
    },
  };
  return picture;
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: () => '',
    cloud: { callFunction: async () => ({ result: { ok: true, data: { card: await answerCard() } } }) },
    createOffscreenCanvas: () => ({ getContext: () => pen, createImage: aPicture }),
    canvasToTempFilePath: (options: object) => {
      calls.push(options);
      return Promise.resolve({ tempFilePath: 'wxfile://card.jpg' });
    },
  },
}));

const aPost = (id: string) =>
  ({ id, representative: '周建平', text: '换灯'.repeat(20), photos: [{ medium: '/internal-720.jpg' }] }) as PostView;

const pictureOf = (id: string): Promise<string> | undefined => postShare(aPost(id)).draw?.();

beforeEach(() => {
  jest.useFakeTimers();
  calls.length = 0;
  loadsPicture = true;
  answerCard = () => Promise.resolve(facts);
});
afterEach(() => jest.useRealTimers());

it('says who and what, and leads to the post and to nothing else', () => {
  expect(postShare(aPost('p 1'))).toEqual({
    title: `周建平代表晒单：${'换灯'.repeat(12)}…`,
    path: '/pages/post-detail/index?id=p%201',
    draw: expect.any(Function),
  });
  const posts = [aPost('p1'), aPost('p2')];
  expect(findShared(posts, shareButtonId('p2'))).toBe(posts[1]);
  expect(findShared(posts, null)).toBeUndefined();
});

it('is drawn 5:4 from the group’s photo, once for a post', async () => {
  expect(await pictureOf('drawn')).toBe('wxfile://card.jpg');
  expect(await pictureOf('drawn')).toBe('wxfile://card.jpg');
  expect(calls).toEqual([medium, expect.objectContaining({ destWidth: 1000, destHeight: 800, fileType: 'jpg' })]);
});

it('is the group’s plain photo when drawing takes longer than WeChat waits', async () => {
  loadsPicture = false;
  const picture = pictureOf('slow');
  await jest.advanceTimersByTimeAsync(2500);
  expect(await picture).toBe(medium);
});

it('is never a photograph of the page: without an answer it is a picture of ours, and the next press tries anew', async () => {
  answerCard = () => Promise.reject(new Error('no network'));
  expect(await pictureOf('offline')).toBe(PLAIN_PICTURE);
  answerCard = () => Promise.resolve(facts);
  expect(await pictureOf('offline')).toBe('wxfile://card.jpg');
});
