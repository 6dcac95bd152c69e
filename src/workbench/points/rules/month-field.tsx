import { Picker, View } from '@tarojs/components';
import { Field } from '../../../components/field';
import { inputAttributes } from '../../../components/input-attributes';

interface Props {
  /** 'YYYY-MM'. */
  month: string;
  last: string;
  onChange: (month: string) => void;
}

const ID = 'preview-month';

/** Which month is tried, by the calendar that the browser or WeChat has. */
export function MonthField({ month, last, onChange }: Props) {
  const choose = (chosen: string) => {
    if (/^\d{4}-\d{2}$/.test(chosen) && chosen <= last) onChange(chosen);
  };
  return (
    <View className="preview__month">
      <Field id={ID} label="看哪个月" required>
        <View id={ID}>
          {process.env.TARO_ENV === 'h5' ? (
            <input
              className="field__input"
              type="month"
              defaultValue={month}
              max={last}
              {...inputAttributes({ id: ID, required: true, error: undefined })}
              onChange={({ target }) => choose(target.value)}
            />
          ) : (
            <Picker mode="date" fields="month" value={month} end={last} onChange={({ detail }) => choose(detail.value)}>
              <View className="field__input">{month}</View>
            </Picker>
          )}
        </View>
      </Field>
    </View>
  );
}
