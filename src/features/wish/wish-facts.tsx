import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish-views';
import {
  behalfConsentLabels,
  categoryLabels,
  channelLabels,
  closeClassLabels,
  holderLabels,
  statusLabels,
} from '../../../domain/labels';
import { Card } from '../../components/card';
import { PhotoGrid } from '../../components/photo-grid';
import { Pressable } from '../../components/pressable';
import { Tag } from '../../components/tag';
import { Unbroken } from '../../components/unbroken';
import { dayText, sinceText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { Fact } from './fact';
import { HeldBars } from './held-bars';
import { statusTones } from './wish-status';
import './wish-facts.scss';

function collectedText({ channel, collectedBy, collectedAt, behalfConsent }: WishView): string {
  return [
    dayText(collectedAt),
    collectedBy ? `${channelLabels[channel]}，${collectedBy}` : channelLabels[channel],
    ...(behalfConsent ? [`心愿人${behalfConsentLabels[behalfConsent]}`] : []),
  ].join(' · ');
}

/** Longer than a few lines, bold tires the eye. */
const LONG = 80;

/** What is wished, by whom, where. */
export function WishContent({ wish }: { wish: WishView }) {
  const { status, closeClass, hiddenBecause, mergedCount, reopenCount } = wish;
  return (
    <Card>
      <View className="wish-facts__top">
        <Tag text={statusLabels[status]} tone={statusTones[status]} />
        <Tag text={categoryLabels[wish.category]} />
        {status === 'answered' && closeClass ? <Tag text={closeClassLabels[closeClass]} /> : null}
        {wish.overdue ? <Tag text="已超期" tone="amber" /> : null}
        {reopenCount > 0 ? <Tag text={`重办 ${reopenCount} 次`} tone="amber" /> : null}
        {wish.minor ? <Tag text="涉及未成年人" tone="amber" /> : null}
        {wish.hidden ? <Tag text="已隐藏" tone="red" /> : null}
      </View>
      <View
        id="wish-content"
        className={`wish-facts__content${wish.content.length > LONG ? ' wish-facts__content--long' : ''}`}
      >
        {wish.content}
      </View>
      {wish.photos.length > 0 ? (
        <View className="wish-facts__photos">
          <PhotoGrid photos={wish.photos} label="心愿照片" />
        </View>
      ) : null}
      {wish.hidden ? (
        <View className="wish-facts__warning">心愿墙上已隐藏{hiddenBecause ? `：${hiddenBecause}` : '。'}</View>
      ) : null}
      <Fact name="心愿人" text={wish.wisher} />
      {mergedCount > 0 ? <Fact name="同样心愿" text={`还有 ${mergedCount} 位群众也有这个心愿`} /> : null}
      <Fact name="地点" text={wish.team ? `${wish.village} ${wish.team}` : wish.village} />
      <Fact name="收集" text={collectedText(wish)} />
      {wish.campaign ? <Fact name="主题活动" text={wish.campaign.name} /> : null}
      <Fact name="编号" text={wish.code} />
    </Card>
  );
}

/** What is waited for, and for whom. */
function holderText({ status, holder, mine, channel, resumeOn }: WishView): string {
  const isWithPresidium = holder.role === 'presidium';
  switch (status) {
    case 'submitted':
      return isWithPresidium ? '等主席团审核' : '等代表小组审核';
    case 'needInfo':
      return mine ? '等您补充说明' : '等心愿人补充说明';
    case 'open':
      return isWithPresidium ? '等主席团安排代表' : '等代表认领';
    case 'claimed':
      return '代表正在办理';
    case 'coordinating':
      return isWithPresidium ? '部门已答复，等主席团处理' : '部门正在协办';
    case 'paused':
      return resumeOn ? `暂缓到${dayText(resumeOn)}，不计时` : '暂缓，不计时';
    case 'fulfilled':
      return mine && channel === 'self' ? '等您评价' : '等心愿人评价';
    default:
      return `由${holderLabels[holder.role]}处理`;
  }
}

function contactText({ status, claimer }: WishView): string | null {
  if (claimer?.contactedAt) return `${dayText(claimer.contactedAt)}已联系心愿人`;
  return claimer && status === 'claimed' ? '还没有登记，认领后 48 小时内联系' : null;
}

/** Who has it now and since when, who claimed it, until when it is promised, and how long each has had it. */
export function WishHolder({ wish }: { wish: WishView }) {
  const { claimer, master, holder } = wish;
  const contacted = contactText(wish);
  return (
    <Card title="现在到哪一步">
      {holder.role === 'none' ? (
        <Fact name="结果" text={`${statusLabels[wish.status]}，${dayText(holder.since)}`} />
      ) : (
        <Fact name="现在" text={`${holderText(wish)}（${sinceText(holder.since)}）`} />
      )}
      {claimer ? (
        <Fact name="经办代表" text={`${claimer.name}，${dayText(claimer.at)}${claimer.assigned ? '指派' : '认领'}`} />
      ) : (
        <Fact name="代表小组" text={wish.groupName} />
      )}
      {contacted ? <Fact name="首次联系" text={contacted} /> : null}
      {wish.dueAt && (wish.status === 'claimed' || wish.status === 'coordinating') ? (
        <Fact name="约定办结" text={dayText(wish.dueAt)} />
      ) : null}
      {wish.overdue ? <View className="wish-facts__warning">已超期：过了约定办结的日子，还没有办完。</View> : null}
      {wish.reason && !(master && wish.reason.includes(master.code)) ? <Fact name="说明" text={wish.reason} /> : null}
      {master ? <Master master={master} /> : null}
      <HeldBars held={wish.heldHours} stoppedHours={wish.stoppedHours} />
    </Card>
  );
}

/** The wish that this one goes on with. */
const Master = ({ master: { id, code, status } }: { master: NonNullable<WishView['master']> }) => (
  <Pressable
    id="master"
    className="wish-facts__master"
    role="link"
    label={`并入的心愿 ${code}，${statusLabels[status]}`}
    onPress={() => open(routes.wishDetail, { id })}
  >
    <View className="wish-facts__master-text">
      <Unbroken text={`并入 ${code}，一起办理`} />
    </View>
    <Tag text={statusLabels[status]} tone={statusTones[status]} />
  </Pressable>
);
