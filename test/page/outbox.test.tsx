/** @jest-environment jsdom */
import { errors } from '../../contract/errors';
import type { ErrorCode } from '../../domain/errors';
import {
  discard,
  enqueue,
  retryNow,
  startOutbox,
  takeBack,
  useOutbox,
  type Outgoing,
} from '../../src/features/post/outbox';
import type { PostToSend } from '../../src/features/post/outbox-list';
import { keepPhoto, openPhoto } from '../../src/platform/photo-store';
import { mountHook, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

type Answer = { ok: true; data: unknown } | { ok: false; error: object };

const refusal = (code: ErrorCode, details: object = {}): Answer => ({
  ok: false,
  error: { code, message: errors[code].zh, details },
});

/** What post.publish answers, the first first; null: nothing comes back. With none left it publishes. */
let answers: (Answer | null)[];
let published: { clientToken: string; photos: string[]; pairs?: unknown }[];

function answerAsTown(): void {
  phone.answerCalls(({ name, data }) => {
    const { action, data: input } = data as { action: string; data: Record<string, never> };
    if (name === 'account')
      return Promise.resolve({ result: { ok: true, data: { me: { accountId: 'a', roles: [] } } } });
    if (action === 'accept')
      return Promise.resolve({ result: { ok: true, data: { mediaId: `m:${String(input.fileId)}`, url: '/u' } } });
    published.push(input as never);
    const [answer] = answers.splice(0, 1);
    if (answer === null) return Promise.reject(new Error('timeout'));
    return Promise.resolve({ result: answer ?? { ok: true, data: { post: { id: 'p1', photos: [] } } } });
  });
  phone.answerUploads(() => Promise.resolve());
}

const noSignal = (): void => phone.answerUploads(() => Promise.reject(new Error('no signal')));

let taken = 0;

async function aPost(): Promise<PostToSend> {
  const photos = await Promise.all(
    ['one', 'two'].map(async (name) => {
      taken += 1;
      const path = `wxfile://tmp_${name}_${taken}.jpg`;
      phone.takes(path);
      return { key: await keepPhoto({ kind: 'path', path }) };
    }),
  );
  return { clientToken: `token-${taken}`, text: '修好了路灯', photos, wish: null, outcomes: [] };
}

const open = () => mountHook(useOutbox);
type Opened = Awaited<ReturnType<typeof open>>;
const first = ({ current }: Opened): Outgoing | undefined => current()[0];
/** Real timers run meanwhile; nothing here waits for the clock. */
const rest = () => settle(() => undefined);

async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !check(); turn++) await rest();
  expect(check()).toBe(true);
}

let outbox: Opened;

beforeEach(async () => {
  phone.reset();
  answers = [];
  published = [];
  answerAsTown();
  outbox = await open();
});

afterEach(async () => {
  for (const { post } of outbox.current()) await settle(() => discard(post.clientToken));
  await outbox.unmount();
});

it('sends the photos and then the post, and lets go of the photos', async () => {
  const post = await aPost();
  const [before, after] = post.photos.map(({ key }) => key);
  await settle(() => enqueue({ ...post, pairs: [{ before: before ?? '', after: after ?? '' }] }));
  await until(() => first(outbox)?.state === 'sent');
  const [input] = published;
  expect(input?.photos).toHaveLength(2);
  expect(input?.pairs).toEqual([{ before: input?.photos[0], after: input?.photos[1] }]);
  await until(() => phone.files().every((path) => path.includes('tmp')));
  await settle(() => discard(post.clientToken));
  expect(outbox.current()).toEqual([]);
});

it('waits where nothing gets through, says why, and does not send again what has arrived', async () => {
  const post = await aPost();
  let isThrough = true;
  phone.answerUploads(async () => {
    if (!isThrough) throw new Error('no signal');
    isThrough = false;
  });
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.why !== '');
  expect(first(outbox)).toMatchObject({ state: 'waiting', progress: 0.5 });
  expect(first(outbox)?.why).toMatch(/^服务暂时没有应答，[12] 秒后再试$/);
  phone.answerUploads(() => Promise.resolve());
  const tried = phone.uploads().length;
  await settle(() => retryNow());
  await until(() => first(outbox)?.state === 'sent');
  expect(phone.uploads()).toHaveLength(tried + 1);
});

it('goes on after the app was closed', async () => {
  noSignal();
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.why !== '');
  phone.answerUploads(() => Promise.resolve());
  await settle(startOutbox);
  await until(() => first(outbox)?.state === 'sent');
});

it('cannot be edited while nobody knows whether it is out, and is one post when sent again', async () => {
  answers = [null];
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.why !== '');
  expect(first(outbox)).toMatchObject({ state: 'waiting', mayBeOut: true, progress: 1 });
  await settle(() => takeBack(post.clientToken));
  expect(first(outbox)?.state).toBe('waiting');
  await settle(() => retryNow(post.clientToken));
  await until(() => first(outbox)?.state === 'sent');
  expect(published.map(({ clientToken }) => clientToken)).toEqual([post.clientToken, post.clientToken]);
});

it.each([
  ['CONTENT_REJECTED', { spots: [{ kind: 'phone' }] }],
  ['INVALID_INPUT', { text: '文字说明最多 140 个字' }],
  ['FORBIDDEN', {}],
  ['WRONG_STATE', {}],
] as const)('%s is shown until it is edited, and sends nothing more by itself', async (code, details) => {
  answers = [refusal(code, details)];
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.state === 'refused');
  expect(first(outbox)?.why).toBe('text' in details ? details.text : errors[code].zh);
  expect(first(outbox)?.details).toEqual(details);
  await settle(startOutbox);
  expect(published).toHaveLength(1);
  await settle(() => enqueue({ ...post, text: '改好了' }));
  await until(() => first(outbox)?.state === 'sent');
});

it.each(['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL'] as const)('after %s it is tried again', async (code) => {
  answers = [refusal(code)];
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.why !== undefined && first(outbox)?.why !== '');
  expect(first(outbox)?.state).toBe('waiting');
  await settle(() => retryNow());
  await until(() => first(outbox)?.state === 'sent');
});

it('sends photos again that the server has swept away meanwhile, once', async () => {
  const swept = refusal('INVALID_INPUT', { photos: '照片没有上传成功，请重新选择' });
  answers = [swept, swept];
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.state === 'refused');
  expect(phone.uploads()).toHaveLength(4);
  expect(published).toHaveLength(2);
});

it('held back to be edited, it stays as it is until it is published anew', async () => {
  let letGo: () => void = () => undefined;
  phone.answerUploads(() => new Promise((resolve) => (letGo = resolve)));
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.state === 'sending');
  await settle(() => takeBack(post.clientToken));
  phone.answerUploads(() => Promise.resolve());
  await settle(() => letGo());
  await settle(startOutbox);
  await until(() => first(outbox)?.state === 'refused');
  expect(published).toEqual([]);
  await settle(() => enqueue({ ...post, text: '改好了' }));
  await until(() => first(outbox)?.state === 'sent');
  expect(published).toHaveLength(1);
});

it('given up, it leaves neither post nor photos', async () => {
  noSignal();
  const post = await aPost();
  await settle(() => enqueue(post));
  await until(() => first(outbox)?.why !== '');
  await settle(() => discard(post.clientToken));
  expect(outbox.current()).toEqual([]);
  expect(await openPhoto(post.photos[0]?.key ?? '')).toBeNull();
});
