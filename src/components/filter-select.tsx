import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Option } from './chips';
import { Pressable } from './pressable';
import { OptionList } from './select-field';
import { Sheet } from './sheet';
import './filter-select.scss';

interface Props<Value extends string> {
  name: string;
  /** On the button, where little room is. */
  shortName?: string | undefined;
  options: readonly Option<Value>[];
  value: Value | null;
  onChoose: (value: Value | null) => void;
}

const ALL = 'all';

/** A button that says what a list is narrowed by, and a sheet to choose from; null is everything. */
export function FilterSelect<Value extends string>({ name, shortName = name, options, value, onChoose }: Props<Value>) {
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const close = () => setOpen(false);
  const choose = (next: string) => {
    close();
    onChoose(options.find((option) => option.value === next)?.value ?? null);
  };
  return (
    <View className="filter-select">
      <Pressable
        className={`filter-select__button${chosen ? ' filter-select__button--on' : ''}`}
        label={`按${name}筛选，现在是${chosen?.label ?? '全部'}`}
        onPress={() => setOpen(true)}
      >
        {chosen?.label ?? shortName}
        <View className="filter-select__mark" />
      </Pressable>
      <Sheet open={isOpen} title={`按${name}筛选`} onClose={close}>
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
