/** @jest-environment jsdom */
import { ImportResultView } from '../../src/workbench/presidium/desk/import-result';
import type { ImportResult } from '../../src/workbench/presidium/desk/use-import';
import { mount, settle } from './support/mount';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));
jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const bad: ImportResult['rejected'] = [
  { row: 3, column: '联系电话', reason: '“电话不详”不是手机号或座机号' },
  { row: 5, column: '类别', reason: '没有“修路”这种类别' },
  { row: 5, column: '收集日期', reason: '“去年夏天”不是能识别的日期' },
];

let confirmed = 0;

async function show(result: ImportResult): Promise<HTMLElement> {
  confirmed = 0;
  const onConfirm = () => {
    confirmed += 1;
    return Promise.resolve();
  };
  const { container } = await mount(
    <ImportResultView file="台账.xlsx" result={result} onConfirm={onConfirm} onChooseAgain={() => undefined} />,
  );
  return container;
}

const press = (container: HTMLElement, selector: string) =>
  settle(() => container.querySelector<HTMLElement>(selector)?.click());

it('imports a good file only after asking once more', async () => {
  const container = await show({ accepted: 160, rejected: [] });
  expect(container.querySelector('.import-result__table')).toBeNull();
  await press(container, '#import-now');
  expect(confirmed).toBe(0);
  expect(container.querySelector('.confirm__text')?.textContent).toContain('160 行');
  await press(container, '.sheet .button--primary');
  expect(confirmed).toBe(1);
});

it('lists row, column and reason of every bad cell, and offers only the good rows', async () => {
  const container = await show({ accepted: 158, rejected: bad });
  expect(container.textContent).toContain('2 行有问题，共 3 处');
  const rows = [...container.querySelectorAll('.import-result__row')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([['行', '列', '原因'], ...bad.map(({ row, column, reason }) => [String(row), column, reason])]);
  expect(container.querySelector('#import-now')?.textContent).toBe('只导入合格的 158 行');
});

it('offers no import when no row is good', async () => {
  const container = await show({ accepted: 0, rejected: bad });
  expect(container.querySelector('#import-now')).toBeNull();
  expect(container.textContent).toContain('改好了，重新选文件');
});

it('shows the first 200 bad cells and says how many there are besides', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({ row: index + 2, column: '类别', reason: '请填写类别' }));
  const container = await show({ accepted: 0, rejected: many });
  expect(container.querySelectorAll('.import-result__row')).toHaveLength(201);
  expect(container.textContent).toContain('还有 50 处没有列出');
});
