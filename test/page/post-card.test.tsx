/** @jest-environment jsdom */
import { useState } from 'react';
import type { PostView } from '../../contract/post';
import { outcomeText } from '../../src/features/outcome/outcome-draft';
import { PostCard } from '../../src/features/post/post-card';
import { findShared, postShare, shareButtonId } from '../../src/features/post/post-share';
import { useThanks } from '../../src/features/post/use-thanks';
import { mount, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));
jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const aPhoto = (id: string) => ({ id, thumb: `${id}-t`, medium: `${id}-m`, view: `${id}-v`, width: 4, height: 3 });
const aPost: PostView = {
  id: 'p1',
  text: '组织镇卫生院医生下乡义诊，为老人量血压、测血糖，还送去了常用药品',
  photos: ['a', 'b', 'c'].map(aPhoto),
  status: 'published',
  representativeId: 'r1',
  representative: '吕国华',
  groupId: 'g1',
  groupName: '第一代表小组',
  at: new Date().toISOString(),
  outcomes: [
    { kind: 'gift', amountYuan: 500 },
    { kind: 'clinic', sessions: 1, people: 45 },
  ],
  wish: { id: 'w1', code: 'CJ-2026-0001', village: '刘胜村', content: '路灯坏了' },
  thanks: 2,
  thanked: false,
  mine: false,
};

function Shown({ post: first }: { post: PostView }) {
  const [post, setPost] = useState(first);
  const thank = useThanks(setPost);
  return (
    <PostCard
      post={post}
      outcomeText={outcomeText}
      onThank={(thanked) => void thank(thanked)}
      onShare={() => Promise.resolve()}
      onRemove={() => undefined}
    />
  );
}

const thanksIn = (container: HTMLElement) => container.querySelector<HTMLElement>('.post-card__thanks');

afterEach(() => {
  phone.reset();
  document.body.innerHTML = '';
});

it('says who, when, what it brought, and for which wish', async () => {
  const { container } = await mount(<Shown post={aPost} />);
  const text = container.textContent;
  for (const part of [
    '吕国华代表',
    '第一代表小组',
    '今天',
    '慰问金 500 元',
    '义诊 1 场 45 人',
    'CJ-2026-0001 · 刘胜村',
  ]) {
    expect(text).toContain(part);
  }
  expect([...container.querySelectorAll('img')].map(({ src }) => src.split('/').pop())).toEqual(['a-t', 'b-t', 'c-t']);
});

it('thanks at once, and takes what the function answers', async () => {
  let answer = (_result: unknown): void => undefined;
  phone.answerCalls(
    ({ data }) =>
      new Promise((resolve) => {
        expect(data).toEqual({ action: 'thank', data: { id: 'p1', on: true } });
        answer = (result) => resolve({ result });
      }),
  );
  const { container } = await mount(<Shown post={aPost} />);
  await settle(() => thanksIn(container)?.click());
  expect(thanksIn(container)?.textContent).toBe('✓ 已感谢 3');
  await settle(() => answer({ ok: true, data: { post: { ...aPost, thanked: true, thanks: 7 } } }));
  expect(thanksIn(container)?.textContent).toBe('✓ 已感谢 7');
});

it('takes the thanks back when they did not arrive', async () => {
  phone.answerCalls(() => Promise.reject(new Error('no network')));
  const { container } = await mount(<Shown post={aPost} />);
  await settle(() => thanksIn(container)?.click());
  await settle(() => undefined);
  expect(thanksIn(container)?.textContent).toBe('感谢 2');
  expect(phone.toasts()[0]).toContain('请检查网络');
});

it('offers 撤回 instead of 感谢 on one’s own post', async () => {
  const { container } = await mount(<Shown post={{ ...aPost, mine: true }} />);
  expect(thanksIn(container)).toBeNull();
  expect(container.textContent).toContain('收到 2 个感谢');
  expect(container.textContent).toContain('撤回这条晒单');
});

it('shares the post whose button was pressed, with a title that fits', () => {
  const other = { ...aPost, id: 'p2' };
  const shared = findShared([aPost, other], shareButtonId('p2'));
  expect(shared).toBe(other);
  expect(findShared([aPost], null)).toBeUndefined();
  expect(postShare(other)).toEqual({
    title: '吕国华代表晒单：组织镇卫生院医生下乡义诊，为老人量血压、测血糖，…',
    path: '/pages/post-detail/index?id=p2',
    image: 'a-m',
  });
});
