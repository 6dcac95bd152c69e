import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { Tabs } from '../../components/tabs';
import { BoardRows } from '../../features/points/board-rows';
import { PointsRules } from '../../features/points/rules';
import { grouped } from '../../platform/numbers';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShare } from '../../platform/share';
import { useMe } from '../../platform/use-me';
import { useBoard } from './use-board';
import './index.scss';

const sides = [
  { value: 'representative', label: '按代表' },
  { value: 'group', label: '按小组' },
] as const;

const spans = [
  { value: 'month', label: '本月' },
  { value: 'year', label: '本年' },
  { value: 'all', label: '累计' },
] as const;

export default function BoardPage() {
  const { board, by, setBy, span, choose, isWidened } = useBoard();
  const me = useMe();
  usePullDownRefresh(() => void board.reload().then(() => Taro.stopPullDownRefresh()));
  useShare({ title: '为民服务榜：看看代表们办了哪些实事', path: routes.board });

  const mineId = by === 'representative' ? me?.representativeId : me?.groupId;
  const { data, state, error } = board;
  return (
    <Page>
      <Tabs label="按什么排" options={sides} value={by} onChange={setBy} />
      <Tabs label="时段" options={spans} value={span} onChange={choose} />
      {isWidened && data && data.items.length > 0 ? (
        <Notice tone="plain" text="今年还没有积分，先看历年累计的。" />
      ) : null}
      {data?.mine ? (
        <Card>
          <View id="my-place">
            我的名次：第 {data.mine.rank} 名，{grouped(data.mine.points)} 分
          </View>
        </Card>
      ) : null}
      {state === 'loading' ? <LoadingSkeleton rows={4} /> : null}
      {state === 'failed' ? <ErrorState message={error?.message ?? ''} onRetry={board.reload} /> : null}
      {data && data.items.length > 0 ? <BoardRows rows={data.items} mineId={mineId} /> : null}
      {data && data.items.length === 0 ? (
        <EmptyState
          title="这段时间还没有积分"
          text={span === 'all' ? '下面说明积分是怎么来的。' : '可以看看历年累计的，下面说明积分是怎么来的。'}
          action={span === 'all' ? undefined : { text: '看累计', onPress: () => choose('all') }}
        />
      ) : null}
      <View className="board__rules">
        <PointsRules />
      </View>
    </Page>
  );
}
