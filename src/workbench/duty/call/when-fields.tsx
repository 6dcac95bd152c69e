import { View } from '@tarojs/components';
import { DateField } from '../../../components/date-field';
import type { Filled } from './filled';
import { TimeField } from './time-field';

interface Props {
  filled: Filled;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<Filled>) => void;
}

/** Day and time of its beginning and its end; the end's day follows the beginning's until it is chosen. */
export function WhenFields({ filled, errors, onChange }: Props) {
  const { day, from, untilDay, until } = filled;
  const isOneDay = untilDay === day;
  return (
    <>
      <View className="call-form__pair">
        <View className="call-form__half">
          <DateField
            id="from"
            label="开始日期"
            value={day}
            error={errors.from}
            onChange={(next) => onChange({ day: next, ...(isOneDay ? { untilDay: next } : {}) })}
          />
        </View>
        <View className="call-form__half">
          <TimeField id="fromTime" label="开始时间" value={from} onChange={(next) => onChange({ from: next })} />
        </View>
      </View>
      <View className="call-form__pair">
        <View className="call-form__half">
          <DateField
            key={untilDay}
            id="until"
            label="结束日期"
            value={untilDay}
            error={errors.until}
            onChange={(next) => onChange({ untilDay: next })}
          />
        </View>
        <View className="call-form__half">
          <TimeField id="untilTime" label="结束时间" value={until} onChange={(next) => onChange({ until: next })} />
        </View>
      </View>
    </>
  );
}
