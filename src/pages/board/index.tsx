import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { shanghaiMonth, shanghaiYear } from '../../../domain/time';
import { Card } from '../../components/card';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { Tabs } from '../../components/tabs';
import { BoardRows } from '../../features/points/board-rows';
import { PointsRules } from '../../features/points/rules';
import { call } from '../../platform/call';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShare } from '../../platform/share';
import { useLoad } from '../../platform/use-load';
import { useMe } from '../../platform/use-me';
import './index.scss';

const sides = [
  { value: 'representative', label: '按代表' },
  { value: 'group', label: '按小组' },
] as const;

const spans = [
  { value: 'month', label: '本月' },
  { value: 'year', label: '本年' },
  { value: 'all', label: '全部' },
] as const;

type Span = (typeof spans)[number]['value'];
type Side = (typeof sides)[number]['value'];

function periodOf(span: Span): string {
  const now = new Date();
  return { month: shanghaiMonth(now), year: shanghaiYear(now), all: 'all' }[span];
}

export default function BoardPage() {
  const [by, setBy] = useState<Side>('representative');
  const [span, setSpan] = useState<Span>('year');
  const me = useMe();
  const period = periodOf(span);
  const board = useLoad(
    () => call('points.board', { period, by, limit: 100 }),
    `${by}-${period}-${me?.accountId ?? ''}`,
  );
  usePullDownRefresh(() => void board.reload().then(() => Taro.stopPullDownRefresh()));
  useShare({ title: '为民服务榜：看看代表们办了哪些实事', path: routes.board });

  const mineId = by === 'representative' ? me?.representativeId : me?.groupId;
  const { data, state, error } = board;
  return (
    <Page>
      <Tabs label="按什么排" options={sides} value={by} onChange={setBy} />
      <Tabs label="时段" options={spans} value={span} onChange={setSpan} />
      {data?.mine ? (
        <Card>
          <View id="my-place">
            我的名次：第 {data.mine.rank} 名，{data.mine.points} 分
          </View>
        </Card>
      ) : null}
      {state === 'loading' ? <LoadingSkeleton rows={4} /> : null}
      {state === 'failed' ? <ErrorState message={error?.message ?? ''} onRetry={board.reload} /> : null}
      {data && data.items.length > 0 ? <BoardRows rows={data.items} mineId={mineId} /> : null}
      {data && data.items.length === 0 ? (
        <EmptyState
          title="这段时间还没有积分"
          text="可以看看全部时段，下面说明积分是怎么来的。"
          action={span === 'all' ? undefined : { text: '看全部时段', onPress: () => setSpan('all') }}
        />
      ) : null}
      <View className="board__rules">
        <PointsRules />
      </View>
    </Page>
  );
}
