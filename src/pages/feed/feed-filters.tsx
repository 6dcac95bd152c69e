import { View } from '@tarojs/components';
import { categoryLabels } from '../../../domain/labels';
import { categories, type Category } from '../../../domain/wish';
import { FilterSelect } from '../../components/filter-select';
import { Pressable } from '../../components/pressable';
import { Tabs } from '../../components/tabs';
import { useGroups } from '../../features/representative/use-groups';
import type { ShownRepresentative } from '../../features/post/posts-of';
import './feed-filters.scss';

/** One place at most: a representative, a village or a group. */
export interface FeedFilter {
  isFeatured: boolean;
  group: { id: string; name: string } | null;
  village: string | null;
  category: Category | null;
}

export const everything: FeedFilter = { isFeatured: false, group: null, village: null, category: null };

interface Props {
  filter: FeedFilter;
  representative: ShownRepresentative | null;
  /** One's own group stands first. */
  ownGroup: string | null;
  onChange: (change: Partial<FeedFilter>) => void;
  /** Everything again, on the same tab. */
  onClear: () => void;
}

const tabs = [
  { value: 'newest', label: '最新' },
  { value: 'featured', label: '精选' },
] as const;

const categoryOptions = categories.map((value) => ({ value, label: categoryLabels[value] }));

/** 最新 or 精选, of one group, village or category; what it is narrowed to is said below, and can be taken away there. */
export function FeedFilters({ filter, representative, ownGroup, onChange, onClear }: Props) {
  const groups = useGroups().data ?? [];
  const ordered = [...groups.filter(({ id }) => id === ownGroup), ...groups.filter(({ id }) => id !== ownGroup)];
  const villages = [...new Set(groups.flatMap((group) => group.villages))];
  const shown = shownWords(filter, representative);
  return (
    <View>
      <Tabs
        label="晒单"
        options={tabs}
        value={filter.isFeatured ? 'featured' : 'newest'}
        onChange={(tab) => onChange({ isFeatured: tab === 'featured' })}
      />
      <View className="feed-filters">
        <FilterSelect
          name="小组"
          options={ordered.map(({ id, name }) => ({
            value: id,
            label: id === ownGroup ? `${name}（我的小组）` : name,
          }))}
          value={filter.group?.id ?? null}
          onChoose={(id) => onChange({ group: groups.find((group) => group.id === id) ?? null, village: null })}
        />
        <FilterSelect
          name="村（社区）"
          shortName="村"
          options={villages.map((value) => ({ value, label: value }))}
          value={filter.village}
          onChoose={(village) => onChange({ village, group: null })}
        />
        <FilterSelect
          name="类别"
          options={categoryOptions}
          value={filter.category}
          onChoose={(category) => onChange({ category })}
        />
      </View>
      {shown === '' ? null : (
        <View className="feed-filters__shown">
          <View id="feed-shown" className="feed-filters__words">
            只看：{shown}
          </View>
          <Pressable id="feed-clear" className="feed-filters__clear" label="看全部晒单" onPress={onClear}>
            看全部
          </Pressable>
        </View>
      )}
    </View>
  );
}

function shownWords({ group, village, category }: FeedFilter, representative: ShownRepresentative | null): string {
  return [
    representative ? `${representative.name}代表` : '',
    group?.name ?? '',
    village ?? '',
    category ? categoryLabels[category] : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
