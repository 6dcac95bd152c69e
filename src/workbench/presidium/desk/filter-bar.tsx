import { View } from '@tarojs/components';
import { categoryLabels, statusLabels } from '../../../../domain/labels';
import { categories, wishStatuses } from '../../../../domain/wish';
import type { Option } from '../../../components/chips';
import { SearchBar } from '../../../components/search-bar';
import { SelectField } from '../../../components/select-field';
import { useVillages } from '../../../features/wish/use-villages';
import type { LedgerFilters } from './ledger-filters';

const EVERY = 'every';
const every: Option<string> = { value: EVERY, label: '全部' };
const statusOptions = [every, ...wishStatuses.map((value) => ({ value, label: statusLabels[value] }))];
const categoryOptions = [every, ...categories.map((value) => ({ value, label: categoryLabels[value] }))];

interface Props {
  filters: LedgerFilters;
  onChange: (change: Partial<LedgerFilters>) => void;
}

export function FilterBar({ filters, onChange }: Props) {
  const villages = useVillages();
  const villageOptions = [every, ...(villages.data ?? []).map((value) => ({ value, label: value }))];
  return (
    <View className="ledger__filters">
      <View className="ledger__filter">
        <SelectField
          id="filter-status"
          label="状态"
          required
          placeholder="全部"
          options={statusOptions}
          value={filters.status ?? EVERY}
          onChange={(chosen) => onChange({ status: wishStatuses.find((status) => status === chosen) ?? null })}
        />
      </View>
      <View className="ledger__filter">
        <SelectField
          id="filter-category"
          label="类别"
          required
          placeholder="全部"
          options={categoryOptions}
          value={filters.category ?? EVERY}
          onChange={(chosen) => onChange({ category: categories.find((category) => category === chosen) ?? null })}
        />
      </View>
      <View className="ledger__filter">
        <SelectField
          id="filter-village"
          label="村（社区）"
          required
          placeholder="全部"
          error={villages.error?.message}
          options={villageOptions}
          value={filters.village ?? EVERY}
          onChange={(chosen) => onChange({ village: chosen === EVERY ? null : chosen })}
        />
      </View>
      <View className="ledger__filter ledger__filter--search">
        <SearchBar
          id="ledger-search"
          label="搜索台账"
          placeholder={filters.q === '' ? '编号、村名或内容' : `正在搜“${filters.q}”`}
          onSearch={(q) => onChange({ q })}
        />
      </View>
    </View>
  );
}
