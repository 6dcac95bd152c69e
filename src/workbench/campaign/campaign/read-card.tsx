import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { timeText } from '../../../platform/dates';
import { toast } from '../../../platform/toast';

interface Props {
  campaign: CampaignView;
  onRead: () => Promise<void>;
}

/** 动员通知, and the one button that everybody presses once. */
export function ReadCard({ campaign, onRead }: Props) {
  const { id, notice = '', toRead, mine } = campaign;
  const [failure, setFailure] = useState('');
  const [isOpen, setOpen] = useState(false);
  if (notice === '') return null;
  const confirm = async () => {
    setFailure('');
    try {
      await call('campaign.read', { id });
      await onRead();
      toast('已确认，谢谢您');
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  const isLong = notice.length > 120;
  const shown = toRead || isOpen || !isLong ? notice : `${notice.slice(0, 100)}…`;
  return (
    <Card title="动员通知">
      <View className="campaign__notice">
        {shown.split('\n').map((line, index) => (
          <View key={index}>{line}</View>
        ))}
      </View>
      {isLong && !toRead ? (
        <Button kind="quiet" text={isOpen ? '收起' : '看全文'} onPress={() => setOpen(!isOpen)} />
      ) : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      {toRead ? (
        <Button
          id="confirm-read"
          kind="primary"
          size="big"
          text="我已阅读动员通知"
          busyText="正在确认…"
          onPress={confirm}
        />
      ) : null}
      {mine?.readAt ? (
        <View id="read-at" className="campaign__hint">
          ✓ 您已在{timeText(mine.readAt)}确认阅读
        </View>
      ) : null}
    </Card>
  );
}
