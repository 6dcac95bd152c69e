import { View } from '@tarojs/components';
import { useState } from 'react';
import { statusLabels } from '../../../../domain/labels';
import { wishStatuses, type WishStatus } from '../../../../domain/wish';
import { Button } from '../../../components/button';
import { MultiChips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';
import { Sheet } from '../../../components/sheet';

const options = wishStatuses.map((value) => ({ value, label: statusLabels[value] }));
const MOST_NAMED = 2;

interface Props {
  statuses: readonly WishStatus[];
  onChange: (statuses: readonly WishStatus[]) => void;
}

const summary = (statuses: readonly WishStatus[]): string => {
  if (statuses.length === 0) return '全部';
  const named = statuses.slice(0, MOST_NAMED).map((status) => statusLabels[status]);
  return statuses.length > MOST_NAMED ? `${named.join('、')}等 ${statuses.length} 种` : named.join('、');
};

/** Any number of statuses; none means all. */
export function StatusField({ statuses, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Field id="filter-status" label="状态" required group>
      <Pressable
        id="filter-status"
        className="field__input select-field"
        label={`状态：${summary(statuses)}`}
        onPress={() => setOpen(true)}
      >
        <View>{summary(statuses)}</View>
        <View className="select-field__mark">选择</View>
      </Pressable>
      <Sheet open={isOpen} title="状态（可选几种）" onClose={() => setOpen(false)}>
        <MultiChips label="状态" options={options} values={statuses} onChange={onChange} />
        <View className="ledger__column-actions">
          <Button text="全部状态" onPress={() => onChange([])} />
          <Button id="status-done" kind="primary" text="好了" onPress={() => setOpen(false)} />
        </View>
      </Sheet>
    </Field>
  );
}
