import { View } from '@tarojs/components';
import { useState } from 'react';
import { categoryLabels } from '../../../domain/labels';
import { categories, type Category } from '../../../domain/wish';
import type { Option } from '../../components/chips';
import { Pressable } from '../../components/pressable';
import { OptionList } from '../../components/select-field';
import { Sheet } from '../../components/sheet';
import { wallGroupKeys, wallGroups, type WallGroup } from './wish-status';
import './wall-filters.scss';

export interface WallFilter {
  group: WallGroup | null;
  category: Category | null;
  village: string | null;
  q: string;
}

export const noFilter: WallFilter = { group: null, category: null, village: null, q: '' };

type Part = 'group' | 'category' | 'village';

interface Props {
  filter: WallFilter;
  villages: readonly string[];
  onChange: (change: Partial<WallFilter>) => void;
}

const ALL = 'all';

export function WallFilters({ filter, villages, onChange }: Props) {
  const [opened, setOpened] = useState<Part | null>(null);
  const groupOptions = wallGroupKeys.map((value) => ({ value, label: wallGroups[value].label }));
  const categoryOptions = categories.map((value) => ({ value, label: categoryLabels[value] }));
  const villageOptions = villages.map((value) => ({ value, label: value }));
  const close = () => setOpened(null);
  return (
    <View className="wall-filters">
      <Filter
        name="状态"
        options={groupOptions}
        value={filter.group}
        isOpen={opened === 'group'}
        onOpen={() => setOpened('group')}
        onClose={close}
        onChoose={(group) => onChange({ group })}
      />
      <Filter
        name="类别"
        options={categoryOptions}
        value={filter.category}
        isOpen={opened === 'category'}
        onOpen={() => setOpened('category')}
        onClose={close}
        onChoose={(category) => onChange({ category })}
      />
      <Filter
        name="村（社区）"
        shortName="村"
        options={villageOptions}
        value={filter.village}
        isOpen={opened === 'village'}
        onOpen={() => setOpened('village')}
        onClose={close}
        onChoose={(village) => onChange({ village })}
      />
    </View>
  );
}

interface FilterProps<Value extends string> {
  name: string;
  /** On the button, where little room is. */
  shortName?: string;
  options: readonly Option<Value>[];
  value: Value | null;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  onChoose: (value: Value | null) => void;
}

function Filter<Value extends string>({ name, shortName = name, options, value, isOpen, ...does }: FilterProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  const choose = (next: string) => {
    does.onClose();
    does.onChoose(options.find((option) => option.value === next)?.value ?? null);
  };
  return (
    <View className="wall-filters__part">
      <Pressable
        className={`wall-filters__button${chosen ? ' wall-filters__button--on' : ''}`}
        label={`按${name}筛选，现在是${chosen?.label ?? '全部'}`}
        onPress={does.onOpen}
      >
        {chosen?.label ?? shortName}
        <View className="wall-filters__mark" />
      </Pressable>
      <Sheet open={isOpen} title={`按${name}筛选`} onClose={does.onClose}>
        <OptionList
          label={name}
          options={[{ value: ALL, label: '全部' }, ...options]}
          value={value ?? ALL}
          onChoose={choose}
        />
      </Sheet>
    </View>
  );
}
