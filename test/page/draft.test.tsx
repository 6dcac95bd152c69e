/** @jest-environment jsdom */
import { useDraft } from '../../src/platform/draft';
import { remove, write } from '../../src/platform/storage';
import { mountHook, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const empty = { content: '', team: '' };
const open = () => mountHook(() => useDraft('wish', empty));

beforeEach(() => phone.reset());

it('gives back what was typed, and the same token, after the page was closed', async () => {
  const before = await open();
  await settle(() => before.current().set({ content: '路灯坏了' }));
  const token = before.current().clientToken();
  await before.unmount();

  const after = await open();
  expect(after.current().values).toEqual({ content: '路灯坏了', team: '' });
  expect(after.current().clientToken()).toBe(token);
});

it('takes several changes in one go', async () => {
  const form = await open();
  await settle(() => {
    form.current().set({ content: '路灯' });
    form.current().set({ team: '3 组' });
  });
  expect(form.current().current()).toEqual({ content: '路灯', team: '3 组' });
  // Written down now, not while the next test runs.
  await form.unmount();
});

it('is empty with a new token once it was sent', async () => {
  const form = await open();
  await settle(() => form.current().set({ content: '路灯坏了' }));
  const token = form.current().clientToken();
  await settle(() => form.current().clear());
  expect(form.current().values).toEqual(empty);
  expect(form.current().clientToken()).not.toBe(token);
  await form.unmount();
  expect(phone.stored('draft.wish')).toBeUndefined();
});

it('gives a field that a newer version added its initial value', async () => {
  const old = await mountHook(() => useDraft('wish', { content: '' }));
  await settle(() => old.current().set({ content: '旧草稿' }));
  await old.unmount();
  expect((await open()).current().values).toEqual({ content: '旧草稿', team: '' });
});

it('keeps a demo persona’s draft apart from that of the phone’s owner', async () => {
  const own = await open();
  await settle(() => own.current().set({ content: '我家的路灯' }));
  await own.unmount();
  write('session.persona', 'representative');
  const theirs = await open();
  expect(theirs.current().values).toEqual(empty);
  await theirs.unmount();
  remove('session.persona');
  expect((await open()).current().values).toEqual({ content: '我家的路灯', team: '' });
});
