import { View } from '@tarojs/components';
import { MarkedText, type Mark } from '../../components/marked-text';
import { CallError } from '../../platform/call-error';
import './refused-spots.scss';

const isMark = (spot: unknown): spot is Mark =>
  typeof spot === 'object' &&
  spot !== null &&
  'at' in spot &&
  typeof spot.at === 'number' &&
  'length' in spot &&
  typeof spot.length === 'number';

/** Where a text was refused (CONTENT_REJECTED); empty for every other refusal. */
export function spotsOf(error: unknown): Mark[] {
  if (!(error instanceof CallError) || error.code !== 'CONTENT_REJECTED') return [];
  const { spots } = error.details;
  return Array.isArray(spots) ? spots.filter(isMark) : [];
}

/** What was written, with what must go marked. */
export function RefusedSpots({ text, spots }: { text: string; spots: readonly Mark[] }) {
  return (
    <View id="refused-spots" className="refused-spots">
      <View className="refused-spots__title">请改掉标出来的地方：</View>
      <MarkedText text={text} marks={spots} />
    </View>
  );
}
