import { View } from '@tarojs/components';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Card } from '../../../components/card';
import { Bars } from '../../../components/chart/bars';
import { Race } from '../../../components/chart/race';
import { monthWord } from '../campaign-words';

/** More lines than this cannot be told apart. */
const MOST_LINES = 8;

interface Props {
  campaign: CampaignView;
  groupId: string | undefined;
}

/** The groups beside each other: by 完成率 of their goals, or by the wishes that they fulfilled. */
export function RaceCard({ campaign, groupId }: Props) {
  const { groups, months, isRaceOfGoals } = campaign;
  if (groups.length < 2) return null;
  const shown = isRaceOfGoals ? groups.filter(({ completion }) => completion !== undefined) : groups;
  const own = shown.find((group) => group.groupId === groupId);
  const first = shown.slice(0, MOST_LINES);
  const lines = own && !first.includes(own) ? [...first.slice(0, MOST_LINES - 1), own] : first;
  return (
    <Card title={isRaceOfGoals ? '各组完成率' : '各组办结心愿'}>
      <Bars
        id="race-bars"
        label={isRaceOfGoals ? '各组目标完成率' : '各组办结心愿件数'}
        whole={isRaceOfGoals ? 100 : undefined}
        bars={shown.map(({ groupId: key, groupName: name, completion, figures }) => ({
          key,
          name,
          value: isRaceOfGoals ? (completion ?? 0) : figures.fulfilled,
          text: isRaceOfGoals ? `${completion ?? 0}%` : `${figures.fulfilled} 件`,
          isMine: key === groupId,
        }))}
      />
      {months.length > 1 ? (
        <>
          <View className="campaign__hint">逐月名次</View>
          <Race
            id="race"
            label="逐月名次"
            steps={months.map(monthWord)}
            lines={lines.map(({ groupId: key, groupName: name, race: values }) => ({ key, name, values }))}
            mineKey={groupId}
          />
        </>
      ) : null}
    </Card>
  );
}
