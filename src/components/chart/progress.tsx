import { View } from '@tarojs/components';
import { aria } from '../aria';
import { partOf } from './part-of';
import './progress.scss';

interface Props {
  /** What advances, read aloud. */
  label: string;
  value: number;
  total: number;
  /** In place of '3 / 5'. */
  text?: string | undefined;
  id?: string | undefined;
}

const figureOf = ({ value, total, text }: Props) => text ?? `${value} / ${total}`;

/** How far something is, as a bar with its figure. */
export function ProgressBar(props: Props) {
  const { label, value, total, id } = props;
  const figure = figureOf(props);
  return (
    <View {...(id ? { id } : {})} className="progress" {...aria('img', { label: `${label}：${figure}` })}>
      <View className="progress__track">
        <View className="progress__fill" style={{ width: partOf(value, total) }} />
      </View>
      <View className="progress__figure">{figure}</View>
    </View>
  );
}
