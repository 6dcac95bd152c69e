/** @jest-environment jsdom */
import { useState } from 'react';
import type { PostView } from '../../contract/post';
import { partsOf } from '../../src/components/marked-text';
import { outcomeText } from '../../src/features/outcome/outcome-draft';
import { PostCard } from '../../src/features/post/post-card';
import { findShared, postShare, shareButtonId } from '../../src/features/post/post-share';
import { usePostMenu } from '../../src/features/post/use-post-menu';
import { useThanks } from '../../src/features/post/use-thanks';
import { mount, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));
jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const aPhoto = (id: string) => ({ id, thumb: `${id}-t`, medium: `${id}-m`, view: `${id}-v`, width: 4, height: 3 });
const aPost: PostView = {
  id: 'p1',
  text: '组织镇卫生院医生下乡义诊，为老人量血压、测血糖，还送去了常用药品',
  photos: [aPhoto('a')],
  photoCount: 3,
  photosWithheld: false,
  pairs: [{ before: 'a', after: 'b' }],
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
  wish: { id: 'w1', code: 'CJ-2026-0001', village: '刘胜村', content: '路灯坏了', wisher: '王**' },
  place: '刘胜村',
  thanks: 2,
  comments: 5,
  featured: true,
  thanked: false,
  mine: false,
  allowed: ['thank', 'comment', 'report'],
};

function Shown({ post: first }: { post: PostView }) {
  const [post, setPost] = useState(first);
  const thank = useThanks(setPost);
  const menu = usePostMenu(setPost);
  return (
    <>
      <PostCard
        post={post}
        outcomeText={outcomeText}
        onThank={(thanked) => void thank(thanked)}
        onShare={() => Promise.resolve()}
        onMenu={menu.open}
      />
      {menu.sheets}
    </>
  );
}

const thanksIn = (container: HTMLElement) => container.querySelector<HTMLElement>('.post-card__thanks');

const tap = (container: HTMLElement, selector: string) =>
  settle(() => container.querySelector<HTMLElement>(selector)?.click());

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
    '精选',
    '评论 5',
    '前后对比',
    '共 3 张',
  ]) {
    expect(text).toContain(part);
  }
  // Ten posts on a page ask for ten pictures.
  expect([...container.querySelectorAll('img')].map(({ src }) => src.split('/').pop())).toEqual(['a-m']);
});

it('cuts a long text until the whole is asked for', async () => {
  const long = '为村里的老人修好了门前的路。'.repeat(9);
  const { container } = await mount(<Shown post={{ ...aPost, text: long }} />);
  const words = () => container.querySelector('.post-card__text')?.textContent ?? '';
  expect(words()).toMatch(/^为村里的老人.*…$/);
  await tap(container, '.post-card__whole');
  expect(words()).toBe(long);
  expect(container.querySelector('.post-card__whole')).toBeNull();
});

it('says that photos are there which are not for this reader', async () => {
  const { container } = await mount(<Shown post={{ ...aPost, photos: [], photoCount: 0, photosWithheld: true }} />);
  expect(container.textContent).toContain('照片按本人意愿不公开');
  expect(container.querySelector('img')).toBeNull();
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

it('offers in its menu what the function allows, and no thanks on one’s own post', async () => {
  const { container } = await mount(<Shown post={{ ...aPost, mine: true, allowed: ['remove', 'comment'] }} />);
  expect(thanksIn(container)).toBeNull();
  expect(container.textContent).toContain('2 个感谢');
  await tap(container, '.post-card__menu');
  expect([...container.querySelectorAll('.post-menu__act')].map((act) => act.textContent)).toEqual(['撤回这条晒单']);
  await tap(container, '#post-remove');
  expect(container.textContent).toContain('撤回后大家都看不到它了');
});

it('has no menu where there is nothing to do with it', async () => {
  const { container } = await mount(<Shown post={{ ...aPost, allowed: ['thank', 'comment'] }} />);
  expect(container.querySelector('.post-card__menu')).toBeNull();
});

it('reports with a reason, and says why a report was refused', async () => {
  const asked: unknown[] = [];
  phone.answerCalls(({ data }) => {
    asked.push(data);
    return Promise.resolve({ result: { ok: false, error: { code: 'FORBIDDEN', message: '您的举报已被暂停 7 天' } } });
  });
  const { container } = await mount(<Shown post={aPost} />);
  await tap(container, '.post-card__menu');
  await tap(container, '#post-report');
  await tap(container, '#reason-submit');
  expect(container.textContent).toContain('请选一个理由，或自己写几个字');
  expect(asked).toEqual([]);

  await tap(container, '.chip');
  await tap(container, '#reason-submit');
  expect(asked).toEqual([{ action: 'report', data: { id: 'p1', reason: '泄露个人隐私' } }]);
  expect(container.textContent).toContain('您的举报已被暂停 7 天');
});

it.each([
  ['张三的电话 13959171093', [{ at: 7, length: 11 }], ['张三的电话 ', '[13959171093]']],
  // Counted in characters, not in the halves that a program makes of some.
  ['😀李四住三组', [{ at: 2, length: 2 }], ['😀', '[李四]', '住三组']],
  [
    '重叠的两处',
    [
      { at: 3, length: 2 },
      { at: 1, length: 3 },
    ],
    ['[重叠的]', '[两]', '处'],
  ],
  ['没有', [], ['没有']],
  ['末尾', [{ at: 2, length: 9 }], ['末', '[尾]']],
])('marks the spots of “%s”', (text, marks, expected) => {
  expect(partsOf(text, marks).map((part) => (part.isMarked ? `[${part.text}]` : part.text))).toEqual(expected);
});

it('shares the post whose button was pressed, with a title that fits', () => {
  const other = { ...aPost, id: 'p2' };
  const shared = findShared([aPost, other], shareButtonId('p2'));
  expect(shared).toBe(other);
  expect(findShared([aPost], null)).toBeUndefined();
  expect(postShare(other)).toMatchObject({
    title: '吕国华代表晒单：组织镇卫生院医生下乡义诊，为老人量血压、测血糖，…',
    path: '/pages/post-detail/index?id=p2',
  });
});
