import { View } from '@tarojs/components';
import { shanghaiMonth } from '../../../../domain/time';
import { Pressable } from '../../../components/pressable';

interface Props {
  /** 'YYYY-MM' */
  month: string;
  onChange: (month: string) => void;
}

function moved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + (number - 1) + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** One month back or on, never past this one. */
export function MonthSwitch({ month, onChange }: Props) {
  const [year = '', number = ''] = month.split('-');
  const isLast = month >= shanghaiMonth(new Date());
  return (
    <View className="month-switch">
      <Pressable className="month-switch__go" label="看上个月" onPress={() => onChange(moved(month, -1))}>
        ‹ 上月
      </Pressable>
      <View id="month" className="month-switch__month">
        {year}年{Number(number)}月
      </View>
      <Pressable
        className="month-switch__go"
        label="看下个月"
        disabled={isLast}
        onPress={() => onChange(moved(month, 1))}
      >
        下月 ›
      </Pressable>
    </View>
  );
}
