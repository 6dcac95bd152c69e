import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { categoryLabels, channelLabels } from '../../../../domain/labels';
import { categories, channels } from '../../../../domain/wish';
import { Button } from '../../../components/button';
import type { Option } from '../../../components/chips';
import { SelectField } from '../../../components/select-field';
import { SwitchRow } from '../../../components/switch-row';
import { useVillages } from '../../../features/wish/use-villages';
import { known } from '../../../platform/address';
import { orderLabels, wishOrders, writeFilters, type LedgerFilters } from './ledger-filters';
import { StatusField } from './status-field';

const EVERY = 'every';
const every: Option<string> = { value: EVERY, label: '全部' };
const categoryOptions = [every, ...categories.map((value) => ({ value, label: categoryLabels[value] }))];
const channelOptions = [every, ...channels.map((value) => ({ value, label: channelLabels[value] }))];
const orderOptions = wishOrders.map((value) => ({ value, label: orderLabels[value] }));

interface Props {
  filters: LedgerFilters;
  onChange: (change: Partial<LedgerFilters>) => void;
  /** The groups to choose from; none for those who see only their own. */
  groups: readonly { id: string; name: string }[];
}

const choiceOf = (value: string): string | null => (value === EVERY ? null : value);

/** Always there on a desk; on a phone behind a button, so that the ledger comes first. */
export function FilterBar({ filters, onChange, groups }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { q: _q, by: _by, ...chosen } = writeFilters(filters);
  const count = Object.values(chosen).filter(Boolean).length;
  return (
    <View>
      <View className="ledger__filter-toggle">
        <Button
          id="filters"
          text={isOpen ? '收起筛选' : `筛选和排序${count === 0 ? '' : `（已选 ${count} 项）`}`}
          onPress={() => setOpen(!isOpen)}
        />
      </View>
      <View className={`ledger__filters${isOpen ? ' ledger__filters--open' : ''}`}>
        <Part>
          <StatusField statuses={filters.status} onChange={(status) => onChange({ status })} />
        </Part>
        <Choices filters={filters} onChange={onChange} groups={groups} />
        <Part wide>
          <SelectField
            id="filter-order"
            label="排序"
            required
            placeholder={orderLabels.newest}
            options={orderOptions}
            value={filters.order}
            onChange={(order) => onChange({ order: known(wishOrders, order) ?? 'newest' })}
          />
        </Part>
        <Part>
          <SwitchRow text="只看已超期" isOn={filters.overdue} onChange={(overdue) => onChange({ overdue })} />
        </Part>
      </View>
    </View>
  );
}

const Part = ({ children, wide = false }: { children: ReactNode; wide?: boolean }) => (
  <View className={`ledger__filter${wide ? ' ledger__filter--wide' : ''}`}>{children}</View>
);

function Choices({ filters, onChange, groups }: Props) {
  const villages = useVillages();
  const villageOptions = [every, ...(villages.data ?? []).map((value) => ({ value, label: value }))];
  const groupOptions = [every, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <Choice
        id="filter-category"
        label="类别"
        options={categoryOptions}
        value={filters.category}
        onChoose={(value) => onChange({ category: known(categories, value ?? '') })}
      />
      <Choice
        id="filter-village"
        label="村（社区）"
        options={villageOptions}
        value={filters.village}
        error={villages.error?.message}
        onChoose={(village) => onChange({ village })}
      />
      {groups.length === 0 ? null : (
        <Choice
          id="filter-group"
          label="代表小组"
          options={groupOptions}
          value={filters.groupId}
          onChoose={(groupId) => onChange({ groupId })}
        />
      )}
      <Choice
        id="filter-channel"
        label="收集方式"
        options={channelOptions}
        value={filters.channel}
        onChoose={(value) => onChange({ channel: known(channels, value ?? '') })}
      />
    </>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  options: readonly Option<string>[];
  value: string | null;
  error?: string | undefined;
  onChoose: (value: string | null) => void;
}

function Choice({ id, label, options, value, error, onChoose }: ChoiceProps) {
  return (
    <Part>
      <SelectField
        id={id}
        label={label}
        required
        placeholder="全部"
        error={error}
        options={options}
        value={value ?? EVERY}
        onChange={(chosen) => onChoose(choiceOf(chosen))}
      />
    </Part>
  );
}
