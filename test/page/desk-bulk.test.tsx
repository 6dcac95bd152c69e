/** @jest-environment jsdom */
import { useBulk, type BulkWish } from '../../src/features/desk/use-bulk';
import { CallError } from '../../src/platform/call-error';
import { mountHook, settle } from './support/mount';

const calls: { act: string; ids: string[] }[] = [];
let answer: (ids: string[]) => unknown;

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));
jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));
jest.mock('../../src/platform/call', () => ({
  call: async (_name: string, data: { act: string; ids: string[] }) => {
    calls.push(data);
    return Promise.resolve(answer(data.ids));
  },
}));

const wishes: BulkWish[] = Array.from({ length: 23 }, (_, index) => ({
  id: `w${index}`,
  code: `CJ-2026-${index}`,
  content: `第 ${index} 件`,
}));

beforeEach(() => {
  calls.length = 0;
});

async function publish(): Promise<ReturnType<typeof useBulk>['step']> {
  const hook = await mountHook(useBulk);
  await settle(() => void hook.current().run({ act: 'publish' }, wishes));
  const { step } = hook.current();
  await hook.unmount();
  return step;
}

it('sends many wishes piece by piece, and names each that was refused with why', async () => {
  const refused = { id: 'w11', code: 'WRONG_STATE', message: '这个心愿已被他人审核' };
  answer = (ids) => ({ done: ids.filter((id) => id !== 'w11'), refused: ids.includes('w11') ? [refused] : [] });
  expect(await publish()).toEqual({
    name: 'done',
    result: { done: 22, refused: [{ wish: wishes[11], message: refused.message }], failure: '', unknown: 0 },
  });
  expect(calls.map(({ ids }) => ids.length)).toEqual([10, 10, 3]);
  expect(calls.flatMap(({ ids }) => ids)).toEqual(wishes.map(({ id }) => id));
});

it('stops when the network fails, and says how many have no answer', async () => {
  answer = (ids) => {
    if (ids.includes('w10')) throw new CallError('UNAVAILABLE');
    return { done: ids, refused: [] };
  };
  const step = await publish();
  expect(step).toMatchObject({ name: 'done', result: { done: 10, refused: [], unknown: 13 } });
  expect(calls).toHaveLength(2);
});
