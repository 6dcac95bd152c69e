import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish-views';
import { Card } from '../../components/card';
import { timeText } from '../../platform/dates';

/** For the wisher: who looked at their phone number. */
export function Reveals({ reveals }: { reveals: NonNullable<WishView['reveals']> }) {
  return (
    <Card title="谁看过我的联系方式">
      {reveals.length === 0 ? <View>还没有人看过。</View> : null}
      {reveals.map(({ who, when, why }) => (
        <View key={`${when}-${who}`}>
          {timeText(when)} · {who} · {why}
        </View>
      ))}
    </Card>
  );
}
