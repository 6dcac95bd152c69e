/** @jest-environment jsdom */
import { act } from 'react';
import type { WishCard } from '../../contract/wish-views';
import { AlsoWished } from '../../src/pages/submit/also-wished';
import { aWish } from './support/a-wish';
import { mount, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));
jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

const village = '刘胜村';
const content = '桥头的路灯坏了两个月';
const nothing = () => Promise.resolve();

let asked: unknown[];

beforeEach(() => {
  phone.reset();
  asked = [];
  const items = [aWish({ id: 'w2', code: 'CJ-2026-0002' }), aWish({ id: 'w3', status: 'submitted' })];
  phone.answerCalls(({ data }) => {
    asked.push(data);
    return Promise.resolve({ result: { ok: true, data: { items } } });
  });
});

/** Typing has paused for longer than the hint waits, and the answer has come. */
const rest = () =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
  });
const press = (container: HTMLElement, text: string) =>
  settle(() =>
    [...container.querySelectorAll<HTMLElement>('.button')].find((button) => button.textContent === text)?.click(),
  );

it('asks once, after the typing has paused, and shows only what the public sees', async () => {
  const { container, render, unmount } = await mount(
    <AlsoWished content="桥头的路灯坏" village={village} onAlso={nothing} />,
  );
  await render(<AlsoWished content={content} village={village} onAlso={nothing} />);
  expect(asked).toEqual([]);
  await rest();
  expect(asked).toEqual([{ action: 'similar', data: { content, village } }]);
  expect(container.querySelector('#similar-w2')).not.toBeNull();
  expect(container.querySelector('#similar-w3')).toBeNull();
  await unmount();
});

it('asks nothing about a few letters, or without a village', async () => {
  const few = await mount(<AlsoWished content="路灯坏了" village={village} onAlso={nothing} />);
  const nowhere = await mount(<AlsoWished content={content} village={null} onAlso={nothing} />);
  await rest();
  expect(asked).toEqual([]);
  await few.unmount();
  await nowhere.unmount();
});

it('stays away once it is something else', async () => {
  const { container, unmount } = await mount(<AlsoWished content={content} village={village} onAlso={nothing} />);
  await rest();
  await press(container, '不一样，继续提交');
  expect(container.querySelector('#similar')).toBeNull();
  await unmount();
});

it('hands over the wish that is the same, after asking once more', async () => {
  const taken: WishCard[] = [];
  const { container, unmount } = await mount(
    <AlsoWished
      content={content}
      village={village}
      onAlso={(wish) => {
        taken.push(wish);
        return Promise.resolve();
      }}
    />,
  );
  await rest();
  await settle(() => container.querySelector<HTMLElement>('#similar-w2')?.click());
  expect(taken).toEqual([]);
  expect(container.textContent).toContain('CJ-2026-0002 一起办理');
  await settle(() => container.querySelector<HTMLElement>('.sheet .button--primary')?.click());
  expect(taken.map(({ id }) => id)).toEqual(['w2']);
  await unmount();
});

it('is silent where the advice cannot be had', async () => {
  phone.answerCalls(() => Promise.reject(new Error('no signal')));
  const { container, unmount } = await mount(<AlsoWished content={content} village={village} onAlso={nothing} />);
  await rest();
  expect(container.textContent).toBe('');
  await unmount();
});
