import { Picker, View } from '@tarojs/components';
import { Field } from './field';
import { inputAttributes } from './input-attributes';

interface Props {
  id: string;
  label: string;
  /** 'YYYY-MM-DD', or '' for none yet. */
  value: string;
  onChange: (day: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** The first and the last day that can be chosen. */
  from?: string | undefined;
  to?: string | undefined;
}

/** A day, by the calendar that the browser or WeChat has. */
export function DateField({ id, label, value, onChange, hint, error, required = true, from, to }: Props) {
  return (
    <Field id={id} label={label} required={required} hint={hint} error={error}>
      <View id={id}>
        {process.env.TARO_ENV === 'h5' ? (
          <input
            className="field__input"
            type="date"
            defaultValue={value}
            min={from}
            max={to}
            {...inputAttributes({ id, required, error })}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Picker
            mode="date"
            value={value}
            {...(from === undefined ? {} : { start: from })}
            {...(to === undefined ? {} : { end: to })}
            onChange={({ detail }) => onChange(detail.value)}
          >
            <View className="field__input">{value === '' ? '请选择日期' : value}</View>
          </Picker>
        )}
      </View>
    </Field>
  );
}
