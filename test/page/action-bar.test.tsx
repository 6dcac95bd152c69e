/** @jest-environment jsdom */
import { ActionBar } from '../../src/features/wish/action-bar';
import type { Act } from '../../src/features/wish/wish-acts';
import { aClaimedWish } from './support/a-wish';
import { mount, settle } from './support/mount';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

const wish = aClaimedWish({ allowed: ['release', 'progress', 'fulfil'] });

const texts = (container: HTMLElement) =>
  [...container.querySelectorAll('.button')].map((button) => button.textContent);
const press = (container: HTMLElement, id: string) =>
  settle(() => container.querySelector<HTMLElement>(`#${id}`)?.click());

it('shows two acts and keeps the rest under 更多', async () => {
  const taken: Act[] = [];
  const { container } = await mount(
    <ActionBar wish={wish} acts={['fulfil', 'progress', 'post', 'release']} onAct={(act) => void taken.push(act)} />,
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
      wish={wish}
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
  const { container } = await mount(<ActionBar wish={wish} acts={['withdraw']} onAct={() => undefined} />);
  expect(container.querySelector('#act-withdraw')?.className).toContain('button--plain');
});

it('puts what undoes beside nothing', async () => {
  const { container } = await mount(<ActionBar wish={wish} acts={['resume', 'hide']} onAct={() => undefined} />);
  expect(texts(container)).toEqual(['更多', '恢复办理']);
});
