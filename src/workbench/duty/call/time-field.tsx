import { Picker, View } from '@tarojs/components';
import { Field } from '../../../components/field';
import { inputAttributes } from '../../../components/input-attributes';

interface Props {
  id: string;
  label: string;
  /** '09:00' */
  value: string;
  onChange: (time: string) => void;
  error?: string | undefined;
}

/** A time of day, by the clock that the browser or WeChat has. */
export function TimeField({ id, label, value, onChange, error }: Props) {
  return (
    <Field id={id} label={label} required error={error}>
      {process.env.TARO_ENV === 'h5' ? (
        <View id={id}>
          <input
            className="field__input"
            type="time"
            defaultValue={value}
            {...inputAttributes({ id, error, required: true })}
            onChange={(event) => onChange(event.target.value)}
          />
        </View>
      ) : (
        <Picker mode="time" value={value} onChange={(event) => onChange(event.detail.value)}>
          <View className="field__input">{value || '请选择时间'}</View>
        </Picker>
      )}
    </Field>
  );
}
