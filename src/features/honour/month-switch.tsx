import { View } from '@tarojs/components';
import { monthBefore, nextMonth, wholeMonthText } from '../../../domain/model';
import { Pressable } from '../../components/pressable';
import './month-switch.scss';

interface Props {
  month: string;
  /** No later month is offered. */
  last: string;
  onChange: (month: string) => void;
}

/** One month back, one month on. */
export function MonthSwitch({ month, last, onChange }: Props) {
  return (
    <View className="honour-month">
      <Pressable
        id="month-before"
        className="honour-month__step"
        label="上一个月"
        onPress={() => onChange(monthBefore(month))}
      >
        ‹ 上月
      </Pressable>
      <View className="honour-month__month">{wholeMonthText(month)}</View>
      <Pressable
        id="month-after"
        className="honour-month__step"
        label="下一个月"
        disabled={month >= last}
        onPress={() => onChange(nextMonth(month))}
      >
        下月 ›
      </Pressable>
    </View>
  );
}
