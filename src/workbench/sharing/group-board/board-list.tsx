import { View } from '@tarojs/components';
import type { Output } from '../../../../contract/contract';

type Row = Output<'post.groupBoard'>['items'][number];

/** Places by posts shown in the group; those who tie share one. */
export function BoardList({ rows, mineId }: { rows: readonly Row[]; mineId: string | undefined }) {
  return (
    <View id="group-board-rows" className="group-board">
      {rows.map(({ rank, representativeId, name, groupName, posts, thanks }) => (
        <View
          key={representativeId}
          className={`group-board__row${representativeId === mineId ? ' group-board__row--mine' : ''}`}
        >
          <View className={`group-board__rank${rank <= 3 ? ' group-board__rank--top' : ''}`}>{rank}</View>
          <View className="group-board__who">
            <View className="group-board__name">
              {name}代表{representativeId === mineId ? '（我）' : ''}
            </View>
            <View className="group-board__group">{groupName}</View>
          </View>
          <View className="group-board__figures">
            <View className="group-board__posts">{posts} 条</View>
            <View className="group-board__thanks">{thanks} 个感谢</View>
          </View>
        </View>
      ))}
    </View>
  );
}
