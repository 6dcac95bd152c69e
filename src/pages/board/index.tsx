import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { Output } from '../../../contract/contract';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { Tabs } from '../../components/tabs';
import { BoardRows } from '../../features/points/board-rows';
import { PointsRules } from '../../features/points/rules';
import { call } from '../../platform/call';
import { dayText } from '../../platform/dates';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShare } from '../../platform/share';
import { useLoad } from '../../platform/use-load';
import { useMe } from '../../platform/use-me';
import { GroupRace } from './group-race';
import { MyPlace, MyYear } from './my-place';
import { periodOf, useBoard } from './use-board';
import './index.scss';

const sides = [
  { value: 'representative', label: '按代表' },
  { value: 'group', label: '按小组' },
] as const;

const spans = [
  { value: 'month', label: '本月' },
  { value: 'lastMonth', label: '上月' },
  { value: 'quarter', label: '本季' },
  { value: 'year', label: '本年' },
  { value: 'all', label: '累计' },
] as const;

export default function BoardPage() {
  const { board, by, setBy, span, period, choose, isWidened } = useBoard();
  const me = useMe();
  const isOwn = by === 'representative' && me?.representativeId !== undefined;
  const mine = useLoad(() => call('points.mine', { period }), isOwn ? `mine-${period}` : null);
  const reload = () => Promise.all([board.reload(), ...(isOwn ? [mine.reload()] : [])]);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
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
      {data ? <Standing board={data} /> : null}
      {isOwn && mine.data ? <MyPlace mine={mine.data} /> : null}
      {state === 'loading' ? <LoadingSkeleton rows={4} /> : null}
      {state === 'failed' ? <ErrorState message={error?.message ?? ''} onRetry={board.reload} /> : null}
      {data && data.items.length > 0 ? <BoardRows rows={data.items} mineId={mineId} /> : null}
      {data?.upperOnly && data.items.length > 0 ? (
        <View className="board__upper">这里只列前一半。后面的名次由本人和镇人大掌握，不对外公布。</View>
      ) : null}
      {data && data.items.length === 0 ? (
        <EmptyState
          title="这段时间还没有积分"
          text={span === 'all' ? '下面说明积分是怎么来的。' : '可以看看历年累计的，下面说明积分是怎么来的。'}
          action={span === 'all' ? undefined : { text: '看累计', onPress: () => choose('all') }}
        />
      ) : null}
      {isOwn && mine.data ? <MyYear mine={mine.data} /> : null}
      {by === 'group' ? <GroupRace year={periodOf('year')} mineId={mineId} /> : null}
      <View className="board__rules">
        <PointsRules />
      </View>
    </Page>
  );
}

/** Whether the figures may still change. */
function Standing({ board: { state, previewUntil, frozenAt } }: { board: Output<'points.board'> }) {
  if (state === 'frozen' && frozenAt)
    return <Notice tone="plain" text={`已于${dayText(frozenAt)}封账，名次不再变动。`} />;
  if (state === 'preview' && previewUntil) {
    return <Notice tone="plain" text={`已结账，公示到${dayText(before(previewUntil))}；有出入的请在这之前提出。`} />;
  }
  return null;
}

/** The last moment of the days before. */
const before = (time: string): string => new Date(Date.parse(time) - 1).toISOString();
