import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { quotedIn } from '../../../../domain/article';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { dayText } from '../../../platform/dates';
import { saveFile } from '../../../platform/save-file';
import { grouped } from '../../../platform/numbers';
import { ReportEditor } from './report-editor';
import { ReportText } from './report-text';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  act: DoCampaignAct;
}

/** 活动总结: written by the presidium, read by everybody once it is published. */
export function ReportCard({ campaign, act }: Props) {
  const { report, allowed, phase } = campaign;
  const [isWriting, setWriting] = useState(phase === 'over');
  if (!report) return null;
  if (!report.isPublished && !isWriting) {
    return (
      <Card title="活动总结">
        <View className="campaign__hint">活动结束时发布。初稿已按现在的数字起草，可以先看、先改。</View>
        <Button id="write-report" text="写活动总结" onPress={() => setWriting(true)} />
      </Card>
    );
  }
  return (
    <Card title="活动总结">
      {report.isPublished ? (
        <ReadReport campaign={campaign} />
      ) : (
        <ReportEditor key={campaign.rev} campaign={campaign} act={act} />
      )}
      {allowed.includes('paper') ? <PaperButton id={campaign.id} /> : null}
    </Card>
  );
}

/** The text with its figures, and what each was counted from. */
function ReadReport({ campaign }: { campaign: CampaignView }) {
  const { report } = campaign;
  if (!report) return null;
  const { title, text, figures, at } = report;
  const quoted = new Set(quotedIn(title, text));
  return (
    <View id="report">
      <ReportText title={title} text={text} figures={figures} when={at && `${dayText(at)}发布，文中的数字是发布时的`} />
      {figures
        .filter(({ name }) => quoted.has(name))
        .map(({ name, value, unit, basis }) => (
          <View key={name} className="campaign__hint">
            {name} {grouped(value)} {unit}：{basis}
          </View>
        ))}
    </View>
  );
}

function PaperButton({ id }: { id: string }) {
  const [failure, setFailure] = useState('');
  const print = async () => {
    setFailure('');
    try {
      const { url, name } = await call('campaign.paper', { id });
      await saveFile(url, name);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <View className="campaign__act">
      <Button id="paper" text="下载总结（Word）" busyText="正在生成…" onPress={print} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </View>
  );
}
