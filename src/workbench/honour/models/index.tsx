import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../../../contract/contract';
import { modelId, monthInHand } from '../../../../domain/model';
import { modelStatusLabels } from '../../../../domain/labels';
import { shanghaiMonth } from '../../../../domain/time';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { Tag } from '../../../components/tag';
import { modelTones } from '../../../features/honour/model-status';
import { MonthSwitch } from '../../../features/honour/month-switch';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { open, openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import './models.scss';

type Desk = Output<'honour.desk'>;

/** Each group's month: who has named somebody, who is late. */
export default function ModelsPage() {
  const [month, setMonth] = useState(() => monthInHand(new Date()));
  const { state, data, error, reload } = useLoad(() => call('honour.desk', { month }), month);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  const isRefused = error?.code === 'FORBIDDEN' || error?.code === 'UNAUTHENTICATED';
  const content = () => {
    if (state === 'loading') return <LoadingSkeleton />;
    if (data) return <DeskView desk={data} />;
    if (isRefused) {
      return (
        <EmptyState
          title="这里是推荐典型代表的地方"
          text="由组长、联络员和镇人大主席团办理。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      );
    }
    return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  };
  return (
    <Page wide>
      {isRefused ? null : <MonthSwitch month={month} last={shanghaiMonth(new Date())} onChange={setMonth} />}
      {data && error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {content()}
    </Page>
  );
}

const termText = ({ isOpen, opensAt, publishBy }: Desk): string =>
  isOpen
    ? `各组按本月履职情况推荐一位、起草稿件，组长签字，主席团在${dayText(publishBy)}前发布。`
    : `${dayText(opensAt)}起推荐；现在可以先看各组的履职情况。`;

function summaryOf({ items }: Desk): string {
  const count = (isSo: (item: Desk['items'][number]) => boolean) => items.filter(isSo).length;
  const late = count(({ isLate }) => isLate);
  return [
    `共 ${items.length} 个小组`,
    `已发布 ${count(({ status }) => status === 'published')} 个`,
    `还没有推荐 ${count(({ status }) => status === null)} 个`,
    ...(late > 0 ? [`逾期 ${late} 个`] : []),
  ].join('，');
}

function DeskView({ desk }: { desk: Desk }) {
  return (
    <View id="models-desk">
      <View className="models__hint">{termText(desk)}</View>
      {desk.items.length > 1 ? <View className="models__summary">{summaryOf(desk)}</View> : null}
      <View className="models__groups">
        {desk.items.map((item) => (
          <GroupCard key={item.groupId} item={item} month={desk.month} />
        ))}
      </View>
    </View>
  );
}

function GroupCard({ item, month }: { item: Desk['items'][number]; month: string }) {
  const { groupId, groupName, status, representative, reason, isLate } = item;
  return (
    <Card
      id={`group-${groupId}`}
      label={`${groupName}，${status === null ? '还没有推荐' : modelStatusLabels[status]}`}
      onPress={() => open(routes.model, { id: modelId(month, groupId) })}
    >
      <View className="models__top">
        <View className="models__group">{groupName}</View>
        {isLate ? <Tag text="已逾期" tone="red" /> : null}
        <Tag
          text={status === null ? '还没有推荐' : modelStatusLabels[status]}
          tone={status === null ? 'plain' : modelTones[status]}
        />
      </View>
      <View className="models__who">{representative ?? reason ?? '点开看本月履职情况'}</View>
    </Card>
  );
}
