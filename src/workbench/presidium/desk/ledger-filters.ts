/** What the ledger on the desk is narrowed to; it stands in the address, so that a view can be kept or sent on. */
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Input } from '../../../../contract/contract';
import { categoryLabels, statusLabels } from '../../../../domain/labels';
import { categories, wishStatuses, type Category, type WishStatus } from '../../../../domain/wish';
import { isH5 } from '../../../platform/transport';

export interface LedgerFilters {
  status: WishStatus | null;
  category: Category | null;
  village: string | null;
  q: string;
}

export const noFilters: LedgerFilters = { status: null, category: null, village: null, q: '' };

type Asked = Pick<Input<'wish.list'>, 'status' | 'category' | 'village' | 'q'>;

export const toFilter = ({ status, category, village, q }: LedgerFilters): Asked => ({
  ...(status === null ? {} : { status }),
  ...(category === null ? {} : { category }),
  ...(village === null ? {} : { village }),
  ...(q === '' ? {} : { q }),
});

/** '待认领、刘胜村、“路灯”'; '' when nothing is narrowed. */
export const filterText = ({ status, category, village, q }: LedgerFilters): string =>
  [status && statusLabels[status], category && categoryLabels[category], village, q && `“${q}”`]
    .filter((part) => part !== null && part !== '')
    .join('、');

/** Taro hands parameters on as they stand in the address; one that is no proper escape is taken as it is. */
function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

const known = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | null =>
  codes.find((code) => code === text) ?? null;

function writeAddress(filters: LedgerFilters): void {
  if (!isH5) return;
  const [path = ''] = location.hash.split('?');
  const pairs = Object.entries(toFilter(filters)).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  history.replaceState(history.state, '', pairs.length === 0 ? path : `${path}?${pairs.join('&')}`);
}

export function useLedgerFilters(): [LedgerFilters, (change: Partial<LedgerFilters>) => void] {
  const { status, category, village, q } = useRouter().params;
  const [filters, setFilters] = useState<LedgerFilters>({
    status: known(wishStatuses, status),
    category: known(categories, category),
    village: decoded(village) || null,
    q: decoded(q),
  });
  const change = (part: Partial<LedgerFilters>) => {
    const next = { ...filters, ...part };
    setFilters(next);
    writeAddress(next);
  };
  return [filters, change];
}
