import { View } from '@tarojs/components';
import { MarkedText, type Mark } from '../../components/marked-text';
import './refused-spots.scss';

/** What was written, with what must go marked. */
export function RefusedSpots({ text, spots }: { text: string; spots: readonly Mark[] }) {
  return (
    <View id="refused-spots" className="refused-spots">
      <View className="refused-spots__title">请改掉标出来的地方：</View>
      <MarkedText text={text} marks={spots} />
    </View>
  );
}
