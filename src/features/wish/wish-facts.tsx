import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish';
import { categoryLabels, channelLabels, holderLabels, statusLabels } from '../../../domain/labels';
import { Card } from '../../components/card';
import { PhotoGrid } from '../../components/photo-grid';
import { Tag } from '../../components/tag';
import { dayText, sinceText } from '../../platform/dates';
import { statusTones } from './wish-status';
import './wish-facts.scss';

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <View className="wish-facts__fact">
      <View className="wish-facts__name">{name}</View>
      <View className="wish-facts__text">{text}</View>
    </View>
  );
}

/** What is wished, by whom, where. */
export function WishContent({ wish }: { wish: WishView }) {
  const place = wish.team ? `${wish.village} ${wish.team}` : wish.village;
  const collected = wish.collectedBy
    ? `${channelLabels[wish.channel]}，${wish.collectedBy}`
    : channelLabels[wish.channel];
  return (
    <Card>
      <View className="wish-facts__top">
        <Tag text={statusLabels[wish.status]} tone={statusTones[wish.status]} />
        <Tag text={categoryLabels[wish.category]} />
      </View>
      <View id="wish-content" className="wish-facts__content">
        {wish.content}
      </View>
      {wish.photos.length > 0 ? (
        <View className="wish-facts__photos">
          <PhotoGrid photos={wish.photos} label="心愿照片" />
        </View>
      ) : null}
      <Fact name="心愿人" text={wish.wisher} />
      <Fact name="地点" text={place} />
      <Fact name="收集" text={`${dayText(wish.collectedAt)} · ${collected}`} />
      <Fact name="编号" text={wish.code} />
    </Card>
  );
}

/** What is waited for, and for whom. */
function holderText({ status, holder, mine }: WishView): string {
  switch (status) {
    case 'submitted':
      return '等代表小组审核';
    case 'needInfo':
      return mine ? '等您补充说明' : '等心愿人补充说明';
    case 'open':
      return '等代表认领';
    case 'claimed':
      return '代表正在办理';
    case 'fulfilled':
      return mine ? '等您评价' : '等心愿人评价';
    default:
      return `由${holderLabels[holder.role]}处理`;
  }
}

/** Who has it now and since when, who claimed it, until when it is promised. */
export function WishHolder({ wish }: { wish: WishView }) {
  const isRunning = wish.holder.role !== 'none';
  return (
    <Card title="现在到哪一步">
      {isRunning ? (
        <Fact name="现在" text={`${holderText(wish)}（${sinceText(wish.holder.since)}）`} />
      ) : (
        <Fact name="结果" text={`${statusLabels[wish.status]}，${dayText(wish.holder.since)}`} />
      )}
      {wish.claimer ? (
        <Fact name="认领代表" text={`${wish.claimer.name}，${dayText(wish.claimer.at)}认领`} />
      ) : (
        <Fact name="代表小组" text={wish.groupName} />
      )}
      {wish.dueAt && (wish.status === 'claimed' || wish.status === 'coordinating') ? (
        <Fact name="约定办结" text={dayText(wish.dueAt)} />
      ) : null}
      {wish.overdue ? <View className="wish-facts__overdue">已超期：过了约定办结的日子，还没有办完。</View> : null}
      {wish.reason ? <Fact name="说明" text={wish.reason} /> : null}
    </Card>
  );
}
