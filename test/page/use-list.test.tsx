/** @jest-environment jsdom */
import { CallError } from '../../src/platform/call-error';
import { noteChange } from '../../src/platform/freshness';
import { personStore } from '../../src/platform/session';
import { useList, type ListPage } from '../../src/platform/use-list';
import { mountHook, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

interface Thing {
  id: string;
  word: string;
}

const thing = (id: string): Thing => ({ id, word: `word ${id}` });
const ids = (items: readonly Thing[]) => items.map(({ id }) => id).join('');

const pages: Record<string, ListPage<Thing>> = {
  first: { items: [thing('a'), thing('b')], nextCursor: 'second' },
  // A wish that was moved down between the two calls comes twice.
  second: { items: [thing('b'), thing('c')], nextCursor: null },
};
const pageAt = (cursor: string): ListPage<Thing> => pages[cursor] ?? { items: [], nextCursor: null };

beforeEach(() => phone.reset());

it('pages to the end by reaching the bottom and shows each item once', async () => {
  const asked: (string | undefined)[] = [];
  const hook = await mountHook(() =>
    useList<Thing>(({ cursor }) => {
      asked.push(cursor);
      return Promise.resolve(pageAt(cursor ?? 'first'));
    }, 'things'),
  );
  expect(ids(hook.current().items)).toBe('ab');
  expect(hook.current().more).toBe('idle');

  await settle(() => phone.happens('reachBottom'));
  expect(ids(hook.current().items)).toBe('abc');
  expect(hook.current().more).toBe('end');

  await settle(() => phone.happens('reachBottom'));
  expect(asked).toEqual([undefined, 'second']);
});

it('asks for the next page once however often the bottom is reached', async () => {
  let calls = 0;
  const hook = await mountHook(() =>
    useList<Thing>(({ cursor }) => {
      calls += 1;
      return Promise.resolve(pageAt(cursor ?? 'first'));
    }, 'things'),
  );
  await settle(() => {
    phone.happens('reachBottom');
    phone.happens('reachBottom');
  });
  expect(calls).toBe(2);
  expect(ids(hook.current().items)).toBe('abc');
});

it('drops the answer to a question that is no longer asked', async () => {
  const answers = new Map<string, (page: ListPage<Thing>) => void>();
  let key = 'old';
  const hook = await mountHook(() => useList<Thing>(() => new Promise((resolve) => answers.set(key, resolve)), key));
  key = 'new';
  await hook.rerender();
  await settle(() => answers.get('new')?.({ items: [thing('n')], nextCursor: null }));
  await settle(() => answers.get('old')?.({ items: [thing('o')], nextCursor: null }));
  expect(ids(hook.current().items)).toBe('n');
});

it('fails in words and comes back by trying again', async () => {
  let works = false;
  const hook = await mountHook(() =>
    useList<Thing>(
      () => (works ? Promise.resolve(pageAt('second')) : Promise.reject(new CallError('UNAVAILABLE'))),
      'things',
    ),
  );
  expect(hook.current().state).toBe('failed');
  expect(hook.current().error?.message).toContain('服务暂时不可用');
  works = true;
  await settle(() => void hook.current().reload());
  expect(hook.current().state).toBe('ready');
  expect(ids(hook.current().items)).toBe('bc');
});

it('keeps what is shown when a further page fails', async () => {
  let fails = true;
  const hook = await mountHook(() =>
    useList<Thing>(({ cursor }) => {
      if (cursor !== undefined && fails) return Promise.reject(new CallError('UNAVAILABLE'));
      return Promise.resolve(pageAt(cursor ?? 'first'));
    }, 'things'),
  );
  await settle(() => phone.happens('reachBottom'));
  expect(hook.current().more).toBe('failed');
  expect(ids(hook.current().items)).toBe('ab');
  fails = false;
  await settle(() => void hook.current().loadMore());
  expect(ids(hook.current().items)).toBe('abc');
});

it('reloads when its page is shown again after something was changed, and only then', async () => {
  let calls = 0;
  await mountHook(() =>
    useList<Thing>(() => {
      calls += 1;
      return Promise.resolve(pageAt('second'));
    }, 'things'),
  );
  await settle(() => phone.happens('show'));
  expect(calls).toBe(1);
  noteChange();
  await settle(() => phone.happens('show'));
  expect(calls).toBe(2);
});

it('comes back as far down as it was after something was changed', async () => {
  const hook = await mountHook(() =>
    useList<Thing>(({ cursor }) => Promise.resolve(pageAt(cursor ?? 'first')), 'things'),
  );
  await settle(() => phone.happens('reachBottom'));
  noteChange();
  await settle(() => phone.happens('show'));
  expect(ids(hook.current().items)).toBe('abc');
  expect(hook.current().more).toBe('end');
});

it('shows the next person nothing of what was loaded for the one before', async () => {
  let answers = Promise.resolve(pageAt('second'));
  const hook = await mountHook(() => useList<Thing>(() => answers, 'things'));
  expect(ids(hook.current().items)).toBe('bc');
  answers = new Promise(() => undefined);
  await settle(() => personStore.set(personStore.get() + 1));
  expect(hook.current()).toMatchObject({ state: 'loading', items: [] });
});

it('goes on by itself where a search has found nothing yet', async () => {
  const answers: Record<string, ListPage<Thing>> = {
    first: { items: [], nextCursor: 'second' },
    second: { items: [], nextCursor: 'third' },
    third: { items: [thing('a')], nextCursor: null },
  };
  const hook = await mountHook(() =>
    useList<Thing>(({ cursor }) => Promise.resolve(answers[cursor ?? 'first'] ?? pageAt('')), 'searched'),
  );
  expect(ids(hook.current().items)).toBe('a');
  expect(hook.current().more).toBe('end');
});

it('stops asking after ten empty pages, and can be asked to go on', async () => {
  let calls = 0;
  const hook = await mountHook(() =>
    useList<Thing>(() => {
      calls += 1;
      return Promise.resolve({ items: [], nextCursor: 'on' });
    }, 'endless'),
  );
  expect(calls).toBe(10);
  expect(hook.current().more).toBe('idle');
});
