import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish-views';
import { holderLabels } from '../../../domain/labels';
import './held-bars.scss';

interface Props {
  held: WishView['heldHours'];
  stoppedHours: number;
}

const DAY_HOURS = 24;
/** Longer, nobody asks for tenths. */
const FEW_DAYS = 10;
/** What is there at all can be seen. */
const LEAST_PERCENT = 3;

/** '不到 1 小时', '5 小时', '3.5 天', '12 天' */
export function hoursText(hours: number): string {
  if (hours < 1) return '不到 1 小时';
  if (hours < DAY_HOURS) return `${Math.round(hours)} 小时`;
  const days = hours / DAY_HOURS;
  return days < FEW_DAYS ? `${Math.round(days * 10) / 10} 天` : `${Math.round(days)} 天`;
}

/** How long each has held it so far. */
export function HeldBars({ held, stoppedHours }: Props) {
  const shown = held.filter(({ role }) => role !== 'none');
  const longest = Math.max(...shown.map(({ hours }) => hours), 0);
  if (longest === 0) return null;
  return (
    <View className="held-bars">
      <View className="held-bars__title">在谁手上多久</View>
      {shown.map(({ role, hours }) => (
        <View key={role} className="held-bars__row">
          <View className="held-bars__name">{holderLabels[role]}</View>
          <View className="held-bars__track">
            <View
              className="held-bars__bar"
              style={{ width: `${Math.max(Math.round((hours / longest) * 100), LEAST_PERCENT)}%` }}
            />
          </View>
          <View className="held-bars__hours">{hoursText(hours)}</View>
        </View>
      ))}
      {stoppedHours > 0 ? (
        <View className="held-bars__stopped">其中待补充、暂缓共 {hoursText(stoppedHours)}，不计入办理时限。</View>
      ) : null}
    </View>
  );
}
