import { View } from '@tarojs/components';
import { categoryLabels } from '../../../domain/labels';
import { categories, type Category } from '../../../domain/wish';
import { FilterSelect } from '../../components/filter-select';
import { wallGroupKeys, wallGroups, type WallGroup } from './wish-status';
import './wall-filters.scss';

export interface WallFilter {
  group: WallGroup | null;
  category: Category | null;
  village: string | null;
  q: string;
}

export const noFilter: WallFilter = { group: null, category: null, village: null, q: '' };

interface Props {
  filter: WallFilter;
  villages: readonly string[];
  onChange: (change: Partial<WallFilter>) => void;
}

const groupOptions = wallGroupKeys.map((value) => ({ value, label: wallGroups[value].label }));
const categoryOptions = categories.map((value) => ({ value, label: categoryLabels[value] }));

export function WallFilters({ filter, villages, onChange }: Props) {
  return (
    <View className="wall-filters">
      <FilterSelect name="状态" options={groupOptions} value={filter.group} onChoose={(group) => onChange({ group })} />
      <FilterSelect
        name="类别"
        options={categoryOptions}
        value={filter.category}
        onChoose={(category) => onChange({ category })}
      />
      <FilterSelect
        name="村（社区）"
        shortName="村"
        options={villages.map((value) => ({ value, label: value }))}
        value={filter.village}
        onChoose={(village) => onChange({ village })}
      />
    </View>
  );
}
