/** @jest-environment jsdom */
import type { WishView } from '../../contract/wish';
import { ActionBar } from '../../src/features/wish/action-bar';
import { actsOf, type Act } from '../../src/features/wish/wish-acts';
import { mount, settle } from './support/mount';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

const at = '2026-11-24T08:00:00.000Z';
const aWish: WishView = {
  id: 'w1',
  code: 'CJ-2026-0001',
  status: 'claimed',
  category: 'facility',
  content: '路灯坏了',
  village: '刘胜村',
  wisher: '王**',
  collectedAt: at,
  overdue: false,
  holder: { role: 'representative', since: at },
  claimer: { id: 'r1', name: '吕国华', groupId: 'g1', at },
  rev: 3,
  channel: 'self',
  groupId: 'g1',
  groupName: '第一代表小组',
  photos: [],
  photosPublic: false,
  timeline: [],
  outcomes: [],
  mine: false,
  allowed: ['release', 'progress', 'fulfil'],
  mayReveal: true,
};

const texts = (container: HTMLElement) =>
  [...container.querySelectorAll('.button')].map((button) => button.textContent);
const press = (container: HTMLElement, id: string) =>
  settle(() => container.querySelector<HTMLElement>(`#${id}`)?.click());

it('offers what the function allows, the main act first, and 晒单 to the claimer alone', () => {
  expect(actsOf(aWish, 'r1')).toEqual(['fulfil', 'progress', 'post', 'release']);
  expect(actsOf(aWish, 'r2')).toEqual(['fulfil', 'progress', 'release']);
  expect(actsOf({ ...aWish, allowed: [] }, undefined)).toEqual([]);
});

it('shows two acts and keeps the rest under 更多', async () => {
  const taken: Act[] = [];
  const { container } = await mount(
    <ActionBar wish={aWish} acts={['fulfil', 'progress', 'post', 'release']} onAct={(act) => void taken.push(act)} />,
  );
  expect(texts(container)).toEqual(['更多', '登记进展', '办结']);
  await press(container, 'act-more');
  await press(container, 'act-release');
  expect(taken).toEqual(['release']);
  expect(container.querySelector('#act-release')).toBeNull();
});

it('takes no second tap while the first is on its way', async () => {
  let finish: () => void = () => undefined;
  let taps = 0;
  const { container } = await mount(
    <ActionBar
      wish={aWish}
      acts={['claim']}
      onAct={() => {
        taps += 1;
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      }}
    />,
  );
  await press(container, 'act-claim');
  expect(texts(container)).toEqual(['请稍候…']);
  await press(container, 'act-claim');
  expect(taps).toBe(1);
  await settle(() => finish());
  expect(texts(container)).toEqual(['认领这个心愿']);
});

it('does not draw anybody to withdraw', async () => {
  const { container } = await mount(<ActionBar wish={aWish} acts={['withdraw']} onAct={() => undefined} />);
  expect(container.querySelector('#act-withdraw')?.className).toContain('button--plain');
});
