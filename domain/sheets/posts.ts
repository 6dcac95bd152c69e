/** ⑤ 晒单台账: deeds shown, oldest first. */
import { writeOutcomes } from '../ledger-outcome';
import type { Outcome } from '../outcome';
import { maskPrivateNumbers } from '../private-number';
import { concernsMinor, withoutSchool } from '../wish-privacy';
import type { SheetColumn, SheetValue } from './sheet';

export interface PostRow {
  number: number;
  group: string;
  status: string;
  post: {
    at: Date;
    representative: string;
    text: string;
    /** Without the wisher's name and door, where the text has them. */
    publicText?: string;
    outcomes: readonly Outcome[];
    photos: readonly string[];
    thanks: number;
    village?: string;
    wish?: { code: string; village: string };
  };
}

const publicText = (text: string): string => maskPrivateNumbers(concernsMinor(text) ? withoutSchool(text) : text);

const outcome =
  (title: keyof ReturnType<typeof writeOutcomes>) =>
  ({ post }: PostRow): SheetValue =>
    writeOutcomes(post.outcomes)[title];

export const postColumns: readonly SheetColumn<PostRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  { title: '晒单日期', width: 12, isDate: true, shown: 'open', value: ({ post }) => post.at },
  { title: '晒单代表', width: 10, shown: 'open', value: ({ post }) => post.representative },
  { title: '小组', width: 16, shown: 'open', value: ({ group }) => group },
  {
    title: '晒单内容',
    width: 40,
    wraps: true,
    shown: 'masked',
    value: ({ post }) => post.text,
    masked: ({ post }) => publicText(post.publicText ?? post.text),
  },
  { title: '关联心愿编号', width: 15, shown: 'open', value: ({ post }) => post.wish?.code ?? null },
  { title: '村(社区)', width: 12, shown: 'open', value: ({ post }) => post.village ?? post.wish?.village ?? null },
  { title: '成效类型', width: 14, shown: 'open', value: outcome('成效类型') },
  { title: '金额(元)', width: 10, shown: 'internal', value: outcome('金额(元)') },
  { title: '场次', width: 8, shown: 'open', value: outcome('场次') },
  { title: '受益人数', width: 10, shown: 'open', value: outcome('受益人数') },
  { title: '照片数', width: 8, shown: 'open', value: ({ post }) => post.photos.length },
  { title: '感谢数', width: 8, shown: 'open', value: ({ post }) => post.thanks },
  { title: '展示状态', width: 10, shown: 'internal', value: ({ status }) => status },
];
