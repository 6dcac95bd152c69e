/** @jest-environment jsdom */
import { CallError } from '../../src/platform/call-error';
import type { Recording } from '../../src/workbench/group/call-backs/call-back';
import { useRecording } from '../../src/workbench/group/call-backs/use-recording';
import { mountHook, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

let sent: string[];
let reloads: number;

beforeEach(() => {
  phone.reset();
  sent = [];
  reloads = 0;
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
});
afterEach(() => jest.useRealTimers());

const recordingOf = (taskId: string, send: () => Promise<unknown> = () => Promise.resolve()): Recording => ({
  taskId,
  text: `${taskId}：已解决、满意`,
  send: () => {
    sent.push(taskId);
    return send();
  },
});

/** What is due by then has happened, and what follows from it. */
const passes = (ms: number) => settle(() => jest.advanceTimersByTime(ms));

const open = () =>
  mountHook(() =>
    useRecording(() => {
      reloads += 1;
    }),
  );

it('sends one tap after five seconds, and brings the list anew', async () => {
  const hook = await open();
  await settle(() => hook.current().record(recordingOf('w1')));
  await passes(4900);
  expect(sent).toEqual([]);
  expect(hook.current().pending?.taskId).toBe('w1');
  await passes(200);
  expect(sent).toEqual(['w1']);
  expect(hook.current().pending).toBeNull();
  expect(hook.current().isBusy('w1')).toBe(false);
  expect(reloads).toBe(1);
});

it('sends nothing of what was taken back in time', async () => {
  const hook = await open();
  await settle(() => hook.current().record(recordingOf('w1')));
  await settle(() => hook.current().undo());
  await passes(60_000);
  expect(sent).toEqual([]);
  expect(hook.current().isBusy('w1')).toBe(false);
});

it('sends the one before at once when the next is tapped, and each once', async () => {
  const hook = await open();
  await settle(() => hook.current().record(recordingOf('w1')));
  await settle(() => hook.current().record(recordingOf('w2')));
  expect(sent).toEqual(['w1']);
  expect(hook.current().pending?.taskId).toBe('w2');
  await passes(5000);
  await passes(60_000);
  expect(sent).toEqual(['w1', 'w2']);
});

it('takes two taps on one row for one', async () => {
  const hook = await open();
  await settle(() => {
    hook.current().record(recordingOf('w1'));
    hook.current().record(recordingOf('w1'));
  });
  await passes(60_000);
  expect(sent).toEqual(['w1']);
});

it.each([
  ['another page is opened', () => phone.happens('hide')],
  ['the page is gone', null],
])('sends what waits when %s', async (_, leave) => {
  const hook = await open();
  await settle(() => hook.current().record(recordingOf('w1')));
  if (leave) await settle(leave);
  else await hook.unmount();
  expect(sent).toEqual(['w1']);
});

it('keeps a row busy until the server has answered', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const hook = await open();
  const slow = () => new Promise((resolve) => (answer = resolve));
  await settle(() => hook.current().record(recordingOf('w1', slow)));
  await passes(5000);
  expect(hook.current().pending).toBeNull();
  expect(hook.current().isBusy('w1')).toBe(true);
  expect(reloads).toBe(0);
  await settle(() => answer(null));
  expect(hook.current().isBusy('w1')).toBe(false);
});

it('says what was refused, and brings the list anew', async () => {
  const hook = await open();
  const refused = () => Promise.reject(new CallError('WRONG_STATE', '这个心愿已由陈志明回访'));
  await settle(() => hook.current().record(recordingOf('w1', refused)));
  await passes(5000);
  expect(phone.toasts()).toEqual(['这个心愿已由陈志明回访']);
  expect(reloads).toBe(1);
  expect(hook.current().isBusy('w1')).toBe(false);
});
