import { View } from '@tarojs/components';
import './tag.scss';

export type Tone = 'plain' | 'red' | 'green' | 'amber' | 'blue';

/** A word in a coloured box; the word alone says it all. */
export function Tag({ text, tone = 'plain' }: { text: string; tone?: Tone }) {
  return <View className={`tag tag--${tone}`}>{text}</View>;
}
