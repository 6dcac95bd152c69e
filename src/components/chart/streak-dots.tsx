import { View } from '@tarojs/components';
import { aria } from '../aria';
import './streak-dots.scss';

export interface StreakDot {
  key: string;
  /** '1月': stands under the dot, and is read aloud. */
  name: string;
  isOn: boolean;
}

interface Props {
  /** What a filled dot means: '有履职记录的月份'. */
  label: string;
  dots: readonly StreakDot[];
  id?: string | undefined;
}

/** A dot for each month, filled where something was done. */
export function StreakDots({ label, dots, id }: Props) {
  const on = dots.filter(({ isOn }) => isOn).map(({ name }) => name);
  const spoken = on.length > 0 ? on.join('、') : '还没有';
  return (
    <View {...(id ? { id } : {})} className="streak" {...aria('img', { label: `${label}：${spoken}` })}>
      {dots.map(({ key, name, isOn }) => (
        <View key={key} className="streak__step">
          <View className={`streak__dot${isOn ? ' streak__dot--on' : ''}`}>{isOn ? '✓' : ''}</View>
          <View className="streak__name">{name}</View>
        </View>
      ))}
    </View>
  );
}
