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

export function Tabs<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <View className={`tabs${options.length > 3 ? ' tabs--many' : ''}`} {...aria('tablist', { label })}>
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
