import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView, GoalView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Bars } from '../../../components/chart/bars';
import { Sheet } from '../../../components/sheet';
import { Tag } from '../../../components/tag';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { leftText } from '../campaign-words';
import { ReportGoalForm } from './report-goal-form';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  groupId: string | undefined;
  act: DoCampaignAct;
}

/** Each goal with every group’s bar and a mark where its target is. */
export function GoalsCard({ campaign, groupId, act }: Props) {
  const { id, goals, leads, allowed } = campaign;
  const [reporting, setReporting] = useState<GoalView | null>(null);
  const left = leftText(campaign);
  const maySet = allowed.includes('setGoals');
  if (campaign.notice === undefined || (goals.length === 0 && !maySet)) return null;
  const mayReport = ({ metric, groups }: GoalView): boolean =>
    metric === 'manual' &&
    allowed.includes('reportGoal') &&
    groups.some((one) => leads.some((led) => led.id === one.groupId));
  return (
    <Card title={left === '' ? '各组目标' : `各组目标（${left}）`}>
      {goals.length === 0 ? <View className="campaign__hint">还没有设目标。</View> : null}
      {goals.map((goal) => (
        <View key={goal.id} className="campaign-goal">
          <View className="campaign-goal__top">
            <View className="campaign-goal__name">{goal.name}</View>
            {goal.theme === undefined ? null : <Tag text={goal.theme} />}
          </View>
          <Bars label={goal.name} unit={goal.unit} bars={goal.groups.map((one) => barOf(one, groupId))} />
          {mayReport(goal) ? (
            <Button text="填报进度" label={`填报“${goal.name}”的进度`} onPress={() => setReporting(goal)} />
          ) : null}
        </View>
      ))}
      {maySet ? <Button id="set-goals" text="设定目标" onPress={() => open(routes.campaignPlan, { id })} /> : null}
      <Sheet open={reporting !== null} title={reporting?.name ?? ''} onClose={() => setReporting(null)}>
        {reporting ? (
          <ReportGoalForm campaign={campaign} goal={reporting} act={act} onDone={() => setReporting(null)} />
        ) : null}
      </Sheet>
    </Card>
  );
}

const barOf = (
  { groupId: key, groupName: name, value, target, reported }: GoalView['groups'][number],
  own?: string,
) => ({
  ...{ key, name, value, target },
  isMine: key === own,
  note: reported && `${dayText(reported.at)}${reported.who}填报${reported.note ? `：${reported.note}` : ''}`,
});
