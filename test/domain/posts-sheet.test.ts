import { cellsOf, chooseColumns } from '../../domain/sheets/sheet';
import { postColumns, type PostRow } from '../../domain/sheets/posts';

const row: PostRow = {
  number: 1,
  group: '江东代表小组',
  status: '已隐藏',
  post: {
    at: new Date(0),
    representative: '周建平',
    text: '给王小红家装了扶手，电话13959171093',
    publicText: '给某某家装了扶手，电话139****1093',
    village: '刘胜村',
    outcomes: [],
    photos: ['a'],
    thanks: 0,
  },
};
const cell = (copy: 'public' | 'full', title: string) => {
  const columns = chooseColumns(postColumns, copy, undefined);
  return cellsOf(columns, copy, row)[columns.findIndex((column) => column.title === title)];
};

it('says in the public copy no more of the wisher than everybody reads', () => {
  expect(cell('public', '晒单内容')).toBe('给某某家装了扶手，电话139****1093');
  expect(cell('full', '晒单内容')).toBe(row.post.text);
  expect([cell('public', '展示状态'), cell('full', '展示状态')]).toEqual([undefined, '已隐藏']);
});

it('says where a deed was that no wish stands behind', () => {
  expect(cell('public', '村(社区)')).toBe('刘胜村');
});
