/** @jest-environment jsdom */
import type { Notice } from '../../contract/notice';
import { byDay } from '../../src/features/notice/by-day';
import { counted } from '../../src/features/notice/counted';
import { NoticeCard, type Opens } from '../../src/features/notice/notice-card';
import { mount, settle } from './support/mount';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

const aNotice = (facts: Partial<Notice>): Notice => ({
  id: 'n1',
  kind: 'wish',
  text: '您认领的心愿有新的催办',
  at: '2026-11-24T08:00:00.000Z',
  read: false,
  ...facts,
});

it('puts the notices of one Shanghai day together', () => {
  const notices = [
    aNotice({ id: 'a', at: '2026-11-24T15:59:00.000Z' }),
    aNotice({ id: 'b', at: '2026-11-23T16:00:00.000Z' }),
    aNotice({ id: 'c', at: '2026-11-23T15:59:00.000Z' }),
  ];
  expect(byDay(notices).map(({ day, notices: of }) => [day, of.map(({ id }) => id)])).toEqual([
    ['2026-11-24', ['a', 'b']],
    ['2026-11-23', ['c']],
  ]);
  expect(byDay([])).toEqual([]);
});

it('says so where it has not been counted to the end', () => {
  expect([counted(3), counted(98), counted(99)]).toEqual(['3', '98', '99+']);
});

it('opens what it is about, and each line of a digest its own', async () => {
  const opened: Opens[] = [];
  const one = await mount(<NoticeCard notice={aNotice({ wishId: 'w1' })} onOpen={(what) => opened.push(what)} />);
  await settle(() => one.container.querySelector<HTMLElement>('#notice-n1')?.click());
  expect(opened).toMatchObject([{ wishId: 'w1' }]);

  opened.length = 0;
  const items = [
    { wishId: 'w2', text: 'CJ-2026-0002 还没有代表认领' },
    { wishId: 'w3', orderId: 'o3', text: 'CJ-2026-0003 交办单待签收' },
    { postId: 'p4', text: '有晒单被举报' },
  ];
  const digest = await mount(
    <NoticeCard
      notice={aNotice({ kind: 'digest', text: '今天有 3 件事要您处理', items })}
      onOpen={(what) => opened.push(what)}
    />,
  );
  expect(digest.container.querySelector('#notice-n1')).toBeNull();
  const lines = [...digest.container.querySelectorAll<HTMLElement>('.notice-card__item')];
  await settle(() => lines[1]?.click());
  await settle(() => lines[2]?.click());
  expect(opened).toEqual([items[1], items[2]]);
});

it.each([{ postId: 'p1' }, { modelId: 'm1' }])('is pressed as well where it is about %j', async (about) => {
  const opened: Opens[] = [];
  const { container } = await mount(<NoticeCard notice={aNotice(about)} onOpen={(what) => opened.push(what)} />);
  await settle(() => container.querySelector<HTMLElement>('#notice-n1')?.click());
  expect(opened).toMatchObject([about]);
});

it('shows the first of a long digest, and the rest when asked', async () => {
  const items = Array.from({ length: 7 }, (_, index) => ({ wishId: `w${index}`, text: `第 ${index} 件` }));
  const { container } = await mount(
    <NoticeCard notice={aNotice({ kind: 'digest', items })} onOpen={() => undefined} />,
  );
  const lines = () => [...container.querySelectorAll<HTMLElement>('.notice-card__item')];
  expect(lines().map((line) => line.textContent)).toHaveLength(6);
  expect(lines().at(-1)?.textContent).toBe('还有 2 件，点开看全部');
  await settle(() => lines().at(-1)?.click());
  expect(lines().map((line) => line.textContent)).toEqual(items.map(({ text }) => text));
});
