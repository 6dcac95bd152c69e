import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwardView } from '../../../../contract/award-views';
import { awardSteps } from '../../../../domain/award';
import { awardStatusLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Sheet } from '../../../components/sheet';
import { Tag } from '../../../components/tag';
import { call } from '../../../platform/call';
import { dayText, timeText } from '../../../platform/dates';
import { useLoad } from '../../../platform/use-load';
import { useMe } from '../../../platform/use-me';
import { PlanForm } from '../plan/plan-form';
import { planDraftOf } from '../plan/plan-draft';
import { actLabels, type Act } from './acts';
import type { Begin } from './award-page';
import type { DoAwardAct } from './use-award-act';

const stepNames = {
  plan: '方案',
  candidates: '推荐',
  review: '审议',
  notice: '公示',
  decided: '表彰',
} as const satisfies Record<(typeof awardSteps)[number], string>;

/** Where it stands, in one sentence, and what comes next. */
function nowText(award: AwardView): string {
  const { status, plan, frozenFrom, noticeUntil, openObjections, decision, cancelled, allowed } = award;
  switch (status) {
    case 'plan':
      return `方案已公布。全年积分最早${dayText(frozenFrom)}冻结，冻结后产生候选人。`;
    case 'candidates':
      return plan.byNomination === 0
        ? '积分候选人已产生，等主席团审议。'
        : `积分候选人已产生，各小组还可以推荐，${dayText(`${plan.nominateUntil}T00:00:00+08:00`)}截止。`;
    case 'review':
      return '主席团正在对照候选人的履职情况审议。';
    case 'notice': {
      const until = noticeUntil ? `公示到${dayText(noticeUntil)}。` : '';
      const open = openObjections ? `还有 ${openObjections} 条异议待答复。` : '';
      return `${until}对人选有异议的，可以在下面提出。${open}${allowed.includes('decide') ? '公示期满，可以作出决定。' : ''}`;
    }
    case 'decided':
      return `${decision?.minuteNumber ?? ''} 决定表彰，名单见下。`;
    case 'cancelled':
      return cancelled ? `${cancelled.who}于${timeText(cancelled.at)}撤销了这次评选：${cancelled.reason}` : '';
  }
}

const stepActs: readonly Extract<Act, AwardView['allowed'][number]>[] = ['draw', 'nominate', 'review', 'decide'];

interface Props {
  award: AwardView;
  onBegin: Begin;
  act: DoAwardAct;
}

/** The five steps, and what this caller may do at the present one. */
export function StepCard({ award, onBegin, act }: Props) {
  const acts = stepActs.filter((one) => award.allowed.includes(one));
  return (
    <Card id="award">
      <View className="award__top">
        <View className="award__name">{award.name}</View>
        {award.status === 'cancelled' ? <Tag text={awardStatusLabels.cancelled} /> : null}
      </View>
      {award.status === 'cancelled' ? null : <Steps at={awardSteps.indexOf(award.status)} />}
      <View className="award__now">{nowText(award)}</View>
      <OwnPlace award={award} />
      <View className="award__acts">
        {acts.map((one) =>
          one === 'nominate' ? (
            <NominateButton key={one} award={award} onBegin={onBegin} />
          ) : (
            <Button key={one} id={`act-${one}`} kind="primary" text={actLabels[one]} onPress={() => onBegin(one)} />
          ),
        )}
        {award.allowed.includes('revise') ? <ReviseButton award={award} act={act} /> : null}
        {award.allowed.includes('cancel') ? (
          <Button id="act-cancel" kind="danger" text={actLabels.cancel} onPress={() => onBegin('cancel')} />
        ) : null}
      </View>
    </Card>
  );
}

function Steps({ at }: { at: number }) {
  return (
    <View className="award__steps">
      {awardSteps.map((status, index) => (
        <View
          key={status}
          className={`award__step${index < at ? ' award__step--done' : ''}${index === at ? ' award__step--now' : ''}`}
        >
          {index < at ? <View>✓</View> : null}
          <View>{stepNames[status]}</View>
        </View>
      ))}
    </View>
  );
}

/** Why one is a candidate or not: both figures, and the place in the group. */
function OwnPlace({ award: { mine } }: Pick<Props, 'award'>) {
  if (!mine) return null;
  const { points, present, days, adjusted, rank, leftOut } = mine;
  const place = rank === null ? `按方案不参评：${leftOut ?? ''}` : `组内第 ${rank} 名`;
  return (
    <View className="award__mine">
      我的：冻结积分 {points} 分，在岗 {present}/{days} 天，折算分 {adjusted} 分，{place}
    </View>
  );
}

function NominateButton({ award, onBegin }: Pick<Props, 'award' | 'onBegin'>) {
  const me = useMe();
  const groupId = me?.groupId ?? null;
  const members = useLoad(() => call('representative.list', { groupId: groupId ?? '', limit: 100 }), groupId);
  const taken = new Set(award.nominations.map(({ representativeId }) => representativeId));
  const leftOut = new Set(award.plan.excluded.map(({ representativeId }) => representativeId));
  const options = (members.data?.items ?? [])
    .filter(({ id }) => id !== me?.representativeId && !taken.has(id) && !leftOut.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Button
      id="act-nominate"
      kind="primary"
      text={actLabels.nominate}
      disabled={options.length === 0}
      onPress={() => onBegin('nominate', { members: options })}
    />
  );
}

function ReviseButton({ award, act }: Pick<Props, 'award' | 'act'>) {
  const [isOpen, setOpen] = useState(false);
  const { id, rev } = award;
  return (
    <>
      <Button id="act-revise" text="修改方案" onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title="修改评选方案" onClose={() => setOpen(false)}>
        <PlanForm
          draftKey={`award.revise.${id}.${rev}`}
          initial={planDraftOf(award)}
          isRevision
          send={({ name: _name, year: _year, reason, ...plan }) =>
            act('revise', () => call('award.revise', { id, rev, reason, ...plan }), true)
          }
          onDone={() => setOpen(false)}
        />
      </Sheet>
    </>
  );
}
