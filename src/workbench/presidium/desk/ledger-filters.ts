/** What the ledger on the desk is narrowed to, and in which order; it stands in the address. */
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Input } from '../../../../contract/contract';
import { categoryLabels, channelLabels, statusLabels } from '../../../../domain/labels';
import {
  categories,
  channels,
  wishStatuses,
  type Category,
  type Channel,
  type WishStatus,
} from '../../../../domain/wish';
import { deskViews, type DeskView } from '../../../features/desk/desk-nav';
import { decoded, known, writeParameters } from '../../../platform/address';

type Asked = Input<'wish.list'>;
export type SearchKind = NonNullable<Asked['by']>;
export type WishOrder = NonNullable<Asked['order']>;

export const searchLabels = { words: '词或编号', name: '姓名', phone: '电话' } as const satisfies Record<
  SearchKind,
  string
>;
export const orderLabels = {
  newest: '收集日期 新→旧',
  oldest: '收集日期 旧→新',
  due: '办结时限 早→晚',
  latest: '办结时限 晚→早',
} as const satisfies Record<WishOrder, string>;
export const searchKinds = Object.keys(searchLabels) as SearchKind[];
export const wishOrders = Object.keys(orderLabels) as WishOrder[];

export interface LedgerFilters {
  /** Any of these; none: all. */
  status: readonly WishStatus[];
  category: Category | null;
  village: string | null;
  groupId: string | null;
  channel: Channel | null;
  overdue: boolean;
  by: SearchKind;
  q: string;
  order: WishOrder;
}

export const noFilters: LedgerFilters = {
  status: [],
  category: null,
  village: null,
  groupId: null,
  channel: null,
  overdue: false,
  by: 'words',
  q: '',
  order: 'newest',
};

type Filter = Pick<Asked, 'status' | 'category' | 'village' | 'groupId' | 'channel' | 'overdue' | 'by' | 'q'>;

export const toFilter = (filters: LedgerFilters): Filter => {
  const { status, category, village, groupId, channel, overdue, by, q } = filters;
  return {
    ...(status.length === 0 ? {} : { status: [...status] }),
    ...(category === null ? {} : { category }),
    ...(village === null ? {} : { village }),
    ...(groupId === null ? {} : { groupId }),
    ...(channel === null ? {} : { channel }),
    ...(overdue ? { overdue } : {}),
    ...(q === '' ? {} : { q, by }),
  };
};

/** '待认领、办理中；刘胜村；姓名“王”'; '' when nothing is narrowed. */
export const filterText = (filters: LedgerFilters, groupName: (id: string) => string): string => {
  const { status, category, village, groupId, channel, overdue, by, q } = filters;
  return [
    status.map((one) => statusLabels[one]).join('、'),
    category === null ? '' : categoryLabels[category],
    village ?? '',
    groupId === null ? '' : groupName(groupId),
    channel === null ? '' : channelLabels[channel],
    overdue ? '已超期' : '',
    q === '' ? '' : `${by === 'words' ? '' : searchLabels[by]}“${q}”`,
  ]
    .filter((part) => part !== '')
    .join('；');
};

type Parameters = Partial<Record<string, string>>;

export function readFilters(parameters: Parameters): LedgerFilters {
  const { status, category, village, group, channel, overdue, by, q, order } = parameters;
  const asked = decoded(status).split(',');
  return {
    status: wishStatuses.filter((one) => asked.includes(one)),
    category: known(categories, category),
    village: decoded(village) || null,
    groupId: decoded(group) || null,
    channel: known(channels, channel),
    overdue: overdue === 'true',
    by: known(searchKinds, by) ?? noFilters.by,
    q: decoded(q),
    order: known(wishOrders, order) ?? noFilters.order,
  };
}

export const writeFilters = (filters: LedgerFilters): Record<string, string> => ({
  status: filters.status.join(','),
  category: filters.category ?? '',
  village: filters.village ?? '',
  group: filters.groupId ?? '',
  channel: filters.channel ?? '',
  overdue: filters.overdue ? 'true' : '',
  by: filters.q === '' ? '' : filters.by,
  q: filters.q,
  order: filters.order === noFilters.order ? '' : filters.order,
});

interface DeskState {
  view: DeskView;
  filters: LedgerFilters;
  show: (view: DeskView) => void;
  /** Narrows the ledger, and shows it. */
  change: (change: Partial<LedgerFilters>) => void;
}

const isNarrowed = (filters: LedgerFilters): boolean => Object.values(writeFilters(filters)).some(Boolean);

/** Which part of the desk is shown and how its ledger is narrowed, as the address says. */
export function useDesk(views: readonly DeskView[]): DeskState {
  const { params } = useRouter();
  const [state, setState] = useState(() => {
    const filters = readFilters(params);
    // An address with filters alone means the ledger.
    const asked = known(deskViews, params.view) ?? (isNarrowed(filters) ? 'ledger' : 'overview');
    return { view: views.includes(asked) ? asked : 'overview', filters };
  });
  const set = (next: { view: DeskView; filters: LedgerFilters }) => {
    setState(next);
    writeParameters({ view: next.view, ...(next.view === 'ledger' ? writeFilters(next.filters) : {}) });
  };
  return {
    ...state,
    show: (view) => set({ ...state, view }),
    change: (change) => set({ view: 'ledger', filters: { ...state.filters, ...change } }),
  };
}
