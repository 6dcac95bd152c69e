import { View } from '@tarojs/components';
import type { Output } from '../../../contract/contract';
import { grouped } from '../../platform/numbers';
import './board-rows.scss';

type Row = Output<'points.board'>['items'][number];

/** Places with a bar each, against the first's points. Equal points share a place. */
export function BoardRows({ rows, mineId }: { rows: readonly Row[]; mineId: string | undefined }) {
  const most = Math.max(1, ...rows.map(({ points }) => points));
  return (
    <View className="board-rows">
      {rows.map((row) => (
        <View key={row.id} className={`board-rows__row${row.id === mineId ? ' board-rows__row--mine' : ''}`}>
          <View className={`board-rows__rank${row.rank <= 3 ? ' board-rows__rank--top' : ''}`}>{row.rank}</View>
          <View className="board-rows__middle">
            <View className="board-rows__name">
              {row.name}
              {row.id === mineId ? '（我）' : ''}
            </View>
            {row.groupName ? <View className="board-rows__group">{row.groupName}</View> : null}
            <View className="board-rows__track">
              <View className="board-rows__bar" style={{ width: `${Math.max(0, (row.points / most) * 100)}%` }} />
            </View>
          </View>
          <View className="board-rows__points">{grouped(row.points)} 分</View>
        </View>
      ))}
    </View>
  );
}
