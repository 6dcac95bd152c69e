import { Picker, View } from '@tarojs/components';
import { Field } from './field';

interface Props {
  id: string;
  label: string;
  /** 'YYYY-MM-DD', or '' for none yet. */
  value: string;
  onChange: (day: string) => void;
  error?: string | undefined;
}

/** A day, by the calendar that the browser or WeChat has. */
export function DateField({ id, label, value, onChange, error }: Props) {
  return (
    <Field id={id} label={label} required error={error}>
      <View id={id}>
        {process.env.TARO_ENV === 'h5' ? (
          <input
            id={`${id}-input`}
            className="field__input"
            type="date"
            defaultValue={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>
            <View className="field__input">{value === '' ? '请选择日期' : value}</View>
          </Picker>
        )}
      </View>
    </Field>
  );
}
