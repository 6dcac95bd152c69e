import { View } from '@tarojs/components';
import { aria } from '../aria';
import { partOf } from './part-of';
import './columns.scss';

export interface Column {
  key: string;
  /** '1月'; short, for it stands under the column. */
  name: string;
  value: number;
  /** Over the column, in place of the bare figure. */
  text?: string | undefined;
  isMarked?: boolean | undefined;
}

interface Props {
  /** What is shown, read aloud before the figures. */
  label: string;
  columns: readonly Column[];
  unit?: string | undefined;
  id?: string | undefined;
}

/** More columns than this leave no room for a word under each. */
const ROOMY = 6;

/** Closer than this, large figures over two columns run into each other. */
const CLEAR = 3;

const figureOf = ({ value, text }: Column) => text ?? String(value);

/** A column for each month or other step, on one scale. */
export function Columns({ label, columns, unit = '', id }: Props) {
  const most = Math.max(0, ...columns.map(({ value }) => value));
  const isTight = columns.length > ROOMY;
  // With many columns only the marked one says its figure, and the highest that stands clear of it; all are read aloud.
  const isClear = (index: number) => !columns.some(({ isMarked }, at) => isMarked && Math.abs(at - index) < CLEAR);
  const peak = columns.findIndex(({ value }, index) => most > 0 && value === most && isClear(index));
  const says = (column: Column, index: number) => !isTight || column.isMarked || index === peak;
  const spoken = columns.map((column) => `${column.name} ${figureOf(column)}${unit}`).join('，');
  return (
    <View {...(id ? { id } : {})} className="columns" {...aria('img', { label: `${label}：${spoken}` })}>
      {columns.map((column, index) => (
        <View key={column.key} className="columns__step">
          <View className="columns__room">
            {says(column, index) ? <View className="columns__figure">{figureOf(column)}</View> : null}
            <View
              className={`columns__column${column.isMarked ? ' columns__column--marked' : ''}`}
              style={{ height: partOf(column.value * 0.8, most) }}
            />
          </View>
          <View className="columns__name">{isTight && index % 3 > 0 ? '' : column.name}</View>
        </View>
      ))}
    </View>
  );
}
