import { View } from '@tarojs/components';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Timeline } from '../../../components/timeline';
import { stepsOf } from '../../../features/act/steps-of';
import { useToldAct } from '../../../features/act/use-told-act';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useShare } from '../../../platform/share';
import { useMe } from '../../../platform/use-me';
import { FiguresCard } from './figures-card';
import { GoalsCard } from './goals-card';
import { Hero } from './hero';
import { ManageCard } from './manage-card';
import { RaceCard } from './race-card';
import { ReadCard } from './read-card';
import { ReadsCard } from './reads-card';
import { ReportCard } from './report-card';
import { TasksCard } from './tasks-card';
import './campaign.scss';

interface Props {
  campaign: CampaignView;
  onChanged: (campaign: CampaignView) => void;
  onReload: () => Promise<void>;
}

/** One campaign on one page: what it is for, how far each group is, what is still to be done, what came of it. */
export function CampaignPageView({ campaign, onChanged, onReload }: Props) {
  const { notice, act } = useToldAct<{ campaign: CampaignView }>({
    onChanged: ({ campaign: changed }) => onChanged(changed),
    onReload,
  });
  const groupId = useMe()?.groupId;
  const { id, name, allowed, status, timeline } = campaign;
  useShare({ title: `主题实践活动：${name}`, path: `${routes.campaign}?id=${id}` });
  const isDraft = status === 'draft';
  return (
    <Page wide>
      {notice ? <Notice {...notice} /> : null}
      <Hero campaign={campaign} />
      <View className="campaign">
        <View className="campaign__side">
          <ReadCard campaign={campaign} onRead={onReload} />
          {isDraft ? null : <FiguresCard campaign={campaign} />}
          {isDraft ? null : <RaceCard campaign={campaign} groupId={groupId} />}
          <ReportCard campaign={campaign} act={act} />
        </View>
        <View className="campaign__side">
          <GoalsCard campaign={campaign} groupId={groupId} act={act} />
          <TasksCard campaign={campaign} act={act} />
          {allowed.includes('reads') ? <ReadsCard campaign={campaign} /> : null}
          <ManageCard campaign={campaign} act={act} />
          {timeline.length > 0 ? (
            <Card title="办理经过">
              <Timeline steps={stepsOf(timeline)} />
            </Card>
          ) : null}
        </View>
      </View>
    </Page>
  );
}
