import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Figure } from '../../../contract/honour';
import { Pressable } from '../../components/pressable';
import { Sheet } from '../../components/sheet';
import { open } from '../../platform/navigate';
import { grouped } from '../../platform/numbers';
import { routes } from '../../platform/routes';
import './figure-rows.scss';

interface SheetProps {
  /** null: closed. */
  figure: Figure | null;
  onClose: () => void;
}

/** The rows behind a figure; each opens its wish or its post. */
function FigureSheet({ figure, onClose }: SheetProps) {
  if (!figure) return null;
  const { name, value, unit, refs, count } = figure;
  return (
    <Sheet open title={`${name}：${grouped(value)} ${unit}`} onClose={onClose}>
      <View className="figure-rows__hint">{hintOf(refs.length, count)}</View>
      {refs.map(({ kind, id, label }) => (
        <Pressable
          key={`${kind}-${id}`}
          className="figure-rows__row"
          role="link"
          onPress={() => {
            onClose();
            open(kind === 'wish' ? routes.wishDetail : routes.postDetail, { id });
          }}
        >
          <View className="figure-rows__label">{label}</View>
          <View className="figure-rows__mark">›</View>
        </Pressable>
      ))}
    </Sheet>
  );
}

function hintOf(shown: number, count: number): string {
  if (count === 0) return '本月没有计入这个数字的记录。';
  return count > shown
    ? `共 ${count} 项，这里列出前 ${shown} 项，点一项看原文。`
    : `由下面 ${count} 项计得，点一项看原文。`;
}

interface TableProps {
  figures: readonly Figure[];
  onFigure: (figure: Figure) => void;
}

/** Figures one below the other, each with how many rows are behind it. */
export function FigureTable({ figures, onFigure }: TableProps) {
  return (
    <View>
      {figures.map((figure) => (
        <Pressable
          key={figure.name}
          className="figure-rows__row"
          label={`${figure.name} ${figure.value} ${figure.unit}，查看依据`}
          onPress={() => onFigure(figure)}
        >
          <View className="figure-rows__label">{figure.name}</View>
          <View className="figure-rows__value">
            {grouped(figure.value)} {figure.unit}
          </View>
          <View className="figure-rows__mark">依据 ›</View>
        </Pressable>
      ))}
    </View>
  );
}

/** The sheet of whichever figure was pressed last, and what to call when one is. */
export function useFigureSheet() {
  const [figure, setFigure] = useState<Figure | null>(null);
  return { show: setFigure, sheet: <FigureSheet figure={figure} onClose={() => setFigure(null)} /> };
}
