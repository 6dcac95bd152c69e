import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import { dutyKindLabels, dutyStateLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { timeText } from '../../../platform/dates';
import { mineText, spanText, stateTones } from '../duty-words';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="duty-fact">
      <View className="duty-fact__name">{name}</View>
      <View className="duty-fact__value">{children}</View>
    </View>
  );
}

/** When, where, who, and how one stands oneself. */
export function DutyFacts({ duty }: { duty: DutyView }) {
  const { title, kind, state, place, halfDays, groupName, campaignName, organiser, settled, cancelled, mine } = duty;
  const own = mineText(duty);
  return (
    <Card id="duty">
      <View className="duty-page__top">
        <Tag text={dutyKindLabels[kind]} tone="red" />
        <Tag text={dutyStateLabels[state]} tone={stateTones[state]} />
        {own ? <Tag text={own.text} tone={own.tone} /> : null}
      </View>
      <View className="duty-page__head">{title}</View>
      {cancelled ? <Notice tone="bad" text={`已取消：${cancelled.reason}（${cancelled.who}）`} /> : null}
      <Fact name="时间">
        <Unbroken text={spanText(duty)} />
      </Fact>
      {place ? <Fact name="地点">{place}</Fact> : null}
      {kind === 'meeting' ? <Fact name="半天数">{halfDays} 个半天</Fact> : null}
      <Fact name="召集">{[groupName, organiser].filter(Boolean).join(' · ')}</Fact>
      {campaignName ? <Fact name="主题">{campaignName}</Fact> : null}
      {state === 'upcoming' && mine ? <Fact name="签到">{timeText(duty.signInFrom)} 起可以签到</Fact> : null}
      {mine?.signedAt ? <Fact name="签到">{timeText(mine.signedAt)}</Fact> : null}
      {mine?.leave ? (
        <Fact name="请假">
          {mine.leave.reason}
          {mine.leave.answer ? `（答复：${mine.leave.answer}）` : ''}
        </Fact>
      ) : null}
      {settled ? (
        <Fact name="考勤">
          <Unbroken text={`${settled.who} ${timeText(settled.at)} 确认`} />
        </Fact>
      ) : null}
    </Card>
  );
}
