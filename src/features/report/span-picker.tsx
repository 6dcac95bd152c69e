import { View } from '@tarojs/components';
import { Chips } from '../../components/chips';
import { DateField } from '../../components/date-field';
import { isBackwards, type SpanChoice } from './span';
import './span-picker.scss';

const options = [
  { value: 'all', label: '全部时间' },
  { value: 'year', label: '今年以来' },
  { value: 'custom', label: '自选日期' },
] as const;

interface Props {
  id: string;
  span: SpanChoice;
  onChange: (span: SpanChoice) => void;
}

/** 收集日期 of the wishes: all, this year's, or between two days. */
export function SpanPicker({ id, span, onChange }: Props) {
  return (
    <View id={id} className="span-picker">
      <Chips label="收集日期" options={options} value={span.kind} onChange={(kind) => onChange({ ...span, kind })} />
      {span.kind === 'custom' ? (
        <View className="span-picker__days">
          <View className="span-picker__day">
            <DateField
              id={`${id}-from`}
              label="从"
              value={span.from}
              onChange={(from) => onChange({ ...span, from })}
            />
          </View>
          <View className="span-picker__day">
            <DateField
              id={`${id}-to`}
              label="到"
              value={span.to}
              error={isBackwards(span) ? '结束日期不能早于开始日期' : undefined}
              onChange={(to) => onChange({ ...span, to })}
            />
          </View>
        </View>
      ) : null}
    </View>
  );
}
