/** @jest-environment jsdom */
import {
  filterText,
  noFilters,
  readFilters,
  toFilter,
  writeFilters,
  type LedgerFilters,
} from '../../src/workbench/presidium/desk/ledger-filters';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));
jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const narrowed: LedgerFilters = {
  status: ['open', 'claimed'],
  category: 'facility',
  village: '刘胜村',
  groupId: 'g1',
  channel: 'walk',
  overdue: true,
  by: 'phone',
  q: '1093',
  order: 'due',
};

/** As a router hands on what stands in an address. */
const addressed = (filters: LedgerFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(writeFilters(filters)).map(([name, value]) => [name, encodeURIComponent(value)]));

it('what the ledger is narrowed to comes back from its address', () => {
  expect(readFilters(addressed(narrowed))).toEqual(narrowed);
  expect(readFilters({})).toEqual(noFilters);
});

it('an address that says what is not known narrows nothing by it', () => {
  expect(readFilters({ status: 'open,sold', category: 'money', by: 'face', order: 'random' })).toEqual({
    ...noFilters,
    status: ['open'],
  });
});

it('asks the server for what is narrowed alone', () => {
  expect(toFilter(noFilters)).toEqual({});
  expect(toFilter({ ...noFilters, status: ['open'], by: 'name' })).toEqual({ status: ['open'] });
  expect(toFilter(narrowed)).toMatchObject({ status: ['open', 'claimed'], overdue: true, by: 'phone', q: '1093' });
});

it('says in words what is being looked at', () => {
  expect(filterText(narrowed, () => '江东代表小组')).toBe(
    '待认领、办理中；基础设施；刘胜村；江东代表小组；走访群众；已超期；电话“1093”',
  );
  expect(filterText(noFilters, () => '')).toBe('');
});
