import { View } from '@tarojs/components';
import { aria } from './aria';
import { Pressable } from './pressable';
import './chips.scss';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface Common<Value extends string> {
  id?: string | undefined;
  /** What is chosen here, read aloud. */
  label: string;
  options: readonly Option<Value>[];
}

interface ChipsProps<Value extends string> extends Common<Value> {
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of several. */
export function Chips<Value extends string>({ id, label, options, value, onChange }: ChipsProps<Value>) {
  return (
    <View {...(id ? { id } : {})} className="chips" {...aria('radiogroup', { label })}>
      {options.map((option) => (
        <Chip
          key={option.value}
          role="radio"
          text={option.label}
          isOn={option.value === value}
          onPress={() => onChange(option.value)}
        />
      ))}
    </View>
  );
}

interface MultiChipsProps<Value extends string> extends Common<Value> {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Any of several. */
export function MultiChips<Value extends string>({ id, label, options, values, onChange }: MultiChipsProps<Value>) {
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <View {...(id ? { id } : {})} className="chips" {...aria('group', { label })}>
      {options.map((option) => (
        <Chip
          key={option.value}
          role="checkbox"
          text={option.label}
          isOn={values.includes(option.value)}
          onPress={() => toggle(option.value)}
        />
      ))}
    </View>
  );
}

interface ChipProps {
  role: 'radio' | 'checkbox';
  text: string;
  isOn: boolean;
  onPress: () => void;
}

function Chip({ role, text, isOn, onPress }: ChipProps) {
  return (
    <Pressable className={`chip${isOn ? ' chip--on' : ''}`} role={role} checked={isOn} onPress={onPress}>
      {isOn ? `✓ ${text}` : text}
    </Pressable>
  );
}
