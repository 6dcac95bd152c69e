import { View } from '@tarojs/components';
import { aria } from './aria';
import type { Option } from './chips';
import { Pressable } from './pressable';
import './tabs.scss';

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** More characters than this do not stand in one row of the smallest phone in large type. */
const ROW = 12;

export function Tabs<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const isMany = options.length > 3 && options.reduce((sum, option) => sum + option.label.length, 0) > ROW;
  return (
    <View className={`tabs${isMany ? ' tabs--many' : ''}`} {...aria('tablist', { label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`tabs__tab${option.value === value ? ' tabs__tab--on' : ''}`}
          role="tab"
          checked={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Pressable>
      ))}
    </View>
  );
}
