import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { WishCardView } from '../../../features/wish/wish-card';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { sinceText } from '../../../platform/dates';
import { open, openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { findScope, listWaiting, type Waiting } from '../waiting';
import './reviews.scss';

const queues = {
  submitted: {
    label: '待审核',
    hint: '点开一件，看清楚后公开、请居民补充、不予受理或并案。',
    empty: '没有等待审核的心愿',
    route: routes.review,
  },
  fulfilled: {
    label: '待确认',
    hint: '代表说办好了，请打电话或上门回访，再登记是否解决、满不满意。',
    empty: '没有等待回访确认的心愿',
    route: routes.wishDetail,
  },
  needInfo: {
    label: '待补充',
    hint: '正在等居民补充说明；久无回音的，可以打个电话帮一帮。',
    empty: '没有等居民补充的心愿',
    route: routes.wishDetail,
  },
} as const;

type Queue = keyof typeof queues;
const queueKeys = Object.keys(queues) as Queue[];

async function loadQueues(): Promise<Record<Queue, Waiting>> {
  const scope = await findScope();
  const [submitted, fulfilled, needInfo] = await Promise.all([
    listWaiting(scope, 'submitted'),
    listWaiting(scope, 'fulfilled'),
    listWaiting(scope, 'needInfo'),
  ]);
  return { submitted, fulfilled, needInfo };
}

const count = ({ wishes, isCut }: Waiting): string => `${wishes.length}${isCut ? '+' : ''}`;

export default function ReviewsPage() {
  const [queue, setQueue] = useState<Queue>('submitted');
  const { state, data, error, reload } = useLoad(loadQueues, 'queues');
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  if (state === 'loading') {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page>
        {error?.code === 'FORBIDDEN' ? (
          <EmptyState
            title="这里是审核心愿的地方"
            text={error.message}
            action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
          />
        ) : (
          <ErrorState message={error?.message ?? ''} onRetry={reload} />
        )}
      </Page>
    );
  }
  const options = queueKeys.map((key) => ({ value: key, label: `${queues[key].label} ${count(data[key])}` }));
  return (
    <Page>
      <Tabs label="按状态查看" options={options} value={queue} onChange={setQueue} />
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      <QueueList queue={queue} waiting={data[queue]} />
    </Page>
  );
}

function QueueList({ queue, waiting }: { queue: Queue; waiting: Waiting }) {
  const { empty, hint, route } = queues[queue];
  const [oldest] = waiting.wishes;
  if (!oldest) return <EmptyState title={empty} text="有新的会出现在这里，下拉可以刷新。" />;
  return (
    <View id="queue">
      <View className="reviews__hint">{hint}</View>
      <View className="reviews__oldest">
        等得最久的：{oldest.village} {oldest.code}（{sinceText(oldest.holder.since)}）
      </View>
      {waiting.wishes.map((wish) => (
        <WishCardView key={wish.id} wish={wish} onPress={() => open(route, { id: wish.id })} />
      ))}
      <View className="reviews__end">{waiting.isCut ? '先处理这些，处理完会接着显示后面的' : '已经到底了'}</View>
    </View>
  );
}
