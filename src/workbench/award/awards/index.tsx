import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwardCard } from '../../../../contract/award-views';
import { hasRole } from '../../../../domain/caller';
import { awardStatusLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Sheet } from '../../../components/sheet';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tag, type Tone } from '../../../components/tag';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';
import { useMe } from '../../../platform/use-me';
import { PlanForm } from '../plan/plan-form';
import { emptyPlan, type PlanToSend } from '../plan/plan-draft';
import './awards.scss';

/** 最美代表 of every year, for everybody; the presidium begins a new one here. */
export default function AwardsPage() {
  const list = useList((page) => call('award.list', page), 'awards');
  const content = () => {
    if (list.state === 'loading') return <LoadingSkeleton />;
    if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
    if (list.items.length === 0) {
      return (
        <EmptyState
          title="还没有评选"
          text="每年由镇人大主席团公布方案，按冻结的积分和小组推荐产生候选人，公示后表彰。"
        />
      );
    }
    return (
      <>
        {list.items.map((award) => (
          <YearCard key={award.id} award={award} />
        ))}
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </>
    );
  };
  return (
    <Page>
      <NewAward />
      {content()}
    </Page>
  );
}

const tones = {
  plan: 'plain',
  candidates: 'blue',
  review: 'blue',
  notice: 'amber',
  decided: 'red',
  cancelled: 'plain',
} as const satisfies Record<AwardCard['status'], Tone>;

function YearCard({ award }: { award: AwardCard }) {
  const { id, name, status, seats, noticeUntil, winners } = award;
  const text =
    winners.length > 0 ? winners.join('、') : noticeUntil ? `公示到${dayText(noticeUntil)}` : `表彰名额 ${seats} 名`;
  return (
    <Card
      id={`award-${id}`}
      label={`${name}，${awardStatusLabels[status]}，${text}`}
      onPress={() => open(routes.award, { id })}
    >
      <View className="awards__top">
        <View className="awards__name">{name}</View>
        <Tag text={awardStatusLabels[status]} tone={tones[status]} />
      </View>
      <View className="awards__text">{text}</View>
    </Card>
  );
}

function NewAward() {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!hasRole(me, 'presidium')) return null;
  const publish = async ({ reason: _reason, ...plan }: PlanToSend): Promise<unknown> => {
    try {
      open(routes.award, { id: (await call('award.publish', plan)).id });
      return null;
    } catch (error) {
      return error;
    }
  };
  return (
    <View className="awards__new">
      <Button id="new-award" kind="primary" text="公布新的评选方案" onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title="公布评选方案" onClose={() => setOpen(false)}>
        <PlanForm
          draftKey="award.publish"
          initial={emptyPlan(new Date())}
          send={publish}
          onDone={() => setOpen(false)}
        />
      </Sheet>
    </View>
  );
}
