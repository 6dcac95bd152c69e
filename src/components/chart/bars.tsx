import { View } from '@tarojs/components';
import { aria } from '../aria';
import { partOf } from './part-of';
import './bars.scss';

export interface Bar {
  key: string;
  name: string;
  value: number;
  /** A mark on the bar: what is to be reached. */
  target?: number | undefined;
  /** In place of the bare figures: '3 / 5 件'. */
  text?: string | undefined;
  /** Under the bar, small. */
  note?: string | undefined;
  /** One’s own stands out. */
  isMine?: boolean | undefined;
}

interface Props {
  /** What is shown, read aloud before the figures. */
  label: string;
  bars: readonly Bar[];
  unit?: string | undefined;
  /** What a whole bar stands for, such as 100; left out, the highest value or target. */
  whole?: number | undefined;
  id?: string | undefined;
}

const figureOf = ({ value, target, text }: Bar, unit: string) =>
  text ?? (target === undefined ? `${value}${unit && ` ${unit}`}` : `${value} / ${target}${unit && ` ${unit}`}`);

/** Horizontal bars on one scale, with a mark where the target is. */
export function Bars({ label, bars, unit = '', whole, id }: Props) {
  const most = whole ?? Math.max(0, ...bars.flatMap(({ value, target }) => [value, target ?? 0]));
  return (
    <View {...(id ? { id } : {})} className="bars" {...aria('list', { label })}>
      {bars.map((bar) => (
        <BarRow key={bar.key} bar={bar} most={most} figure={figureOf(bar, unit)} />
      ))}
    </View>
  );
}

function BarRow({ bar, most, figure }: { bar: Bar; most: number; figure: string }) {
  const { name, value, target, note, isMine = false } = bar;
  const isReached = target !== undefined && value >= target;
  return (
    <View className={`bars__row${isMine ? ' bars__row--mine' : ''}`} {...aria('listitem')}>
      <View className="bars__head">
        <View className="bars__name">{name}</View>
        <View className="bars__figure">
          {isReached ? '✓ ' : ''}
          {figure}
        </View>
      </View>
      <View className="bars__track" {...aria('presentation')}>
        <View
          className={`bars__fill${isReached ? ' bars__fill--reached' : ''}`}
          style={{ width: partOf(value, most) }}
        />
        {target === undefined ? null : <View className="bars__mark" style={{ left: partOf(target, most) }} />}
      </View>
      {note ? <View className="bars__note">{note}</View> : null}
    </View>
  );
}
