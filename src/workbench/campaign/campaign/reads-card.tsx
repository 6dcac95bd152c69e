import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import type { Output } from '../../../../contract/contract';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ProgressBar } from '../../../components/chart/progress';
import { Notice, type NoticeContent } from '../../../components/notice';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { useLoad } from '../../../platform/use-load';

type Reading = Output<'campaign.reads'>['items'][number];

/** Who has read the notice, by group; those who have not are named for one's own group, and can be reminded. */
export function ReadsCard({ campaign }: { campaign: CampaignView }) {
  const { id, status } = campaign;
  const { state, data, error, reload } = useLoad(() => call('campaign.reads', { id }), `reads.${id}.${status}`);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const remind = async ({ groupId, groupName }: Reading) => {
    try {
      const { reminded } = await call('campaign.remind', { id, groupId });
      setNotice({ tone: 'good', text: `已提醒${groupName} ${reminded} 人。` });
    } catch (thrown) {
      setNotice({ tone: 'bad', text: messageOf(thrown) });
    }
  };
  return (
    <Card title="动员通知阅读情况" id="reads">
      {notice ? <Notice {...notice} /> : null}
      {state === 'loading' ? <LoadingSkeleton rows={1} /> : null}
      {state === 'failed' ? <ErrorState message={error?.message ?? ''} onRetry={reload} /> : null}
      {data?.items.map((reading) => (
        <ReadingRow key={reading.groupId} id={id} reading={reading} onRemind={() => remind(reading)} />
      ))}
    </Card>
  );
}

interface RowProps {
  id: string;
  reading: Reading;
  onRemind: () => Promise<void>;
}

function ReadingRow({ id, reading, onRemind }: RowProps) {
  const { groupId, groupName, members, read, mayRemind } = reading;
  const [people, setPeople] = useState(reading.people);
  const [failure, setFailure] = useState('');
  const unread = people?.filter(({ readAt }) => readAt === undefined) ?? [];
  const showNames = async () => {
    try {
      const { items } = await call('campaign.reads', { id, groupId });
      setPeople(items[0]?.people ?? []);
    } catch (thrown) {
      setFailure(messageOf(thrown));
    }
  };
  return (
    <View className="campaign-reads">
      <View className="campaign-reads__name">{groupName}</View>
      <ProgressBar label={`${groupName}已读`} value={read} total={members} text={`已读 ${read} / ${members}`} />
      {unread.length > 0 ? (
        <View className="campaign__hint">未读：{unread.map(({ name }) => name).join('、')}</View>
      ) : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      {read < members ? (
        <View className="campaign-task__acts">
          {people === undefined ? (
            <View className="campaign-task__act">
              <Button text="看谁没读" label={`看${groupName}谁没读`} onPress={showNames} />
            </View>
          ) : null}
          {mayRemind ? (
            <View className="campaign-task__act">
              <Button text="提醒未读的" label={`提醒${groupName}未读的`} busyText="正在提醒…" onPress={onRemind} />
            </View>
          ) : null}
        </View>
      ) : null}
    </View>
  );
}
