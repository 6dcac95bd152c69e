import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from './aria';
import type { Option } from './chips';
import { Field } from './field';
import { Pressable } from './pressable';
import { Sheet } from './sheet';
import './select-field.scss';

interface Props {
  id: string;
  label: string;
  placeholder: string;
  options: readonly Option<string>[];
  value: string | null;
  onChange: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
}

/** One of a long list, chosen in a sheet. */
export function SelectField({ id, label, placeholder, options, value, onChange, hint, error, required }: Props) {
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} group>
      <Pressable
        id={id}
        className="field__input select-field"
        label={`${label}：${chosen?.label ?? placeholder}`}
        onPress={() => setOpen(true)}
      >
        <View className={chosen ? '' : 'select-field__placeholder'}>{chosen?.label ?? placeholder}</View>
        <View className="select-field__mark">选择</View>
      </Pressable>
      <Sheet open={isOpen} title={label} onClose={() => setOpen(false)}>
        <OptionList
          label={label}
          options={options}
          value={value}
          onChoose={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      </Sheet>
    </Field>
  );
}

interface ListProps {
  label: string;
  options: readonly Option<string>[];
  value: string | null;
  onChoose: (value: string) => void;
}

export function OptionList({ label, options, value, onChoose }: ListProps) {
  return (
    <View {...aria('radiogroup', { label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`select-field__option${option.value === value ? ' select-field__option--on' : ''}`}
          role="radio"
          checked={option.value === value}
          onPress={() => onChoose(option.value)}
        >
          {option.value === value ? `✓ ${option.label}` : option.label}
        </Pressable>
      ))}
    </View>
  );
}
