import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { actSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';
import { open, replace } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  act: DoCampaignAct;
}

const reopenSpec = actSpec({
  about: '总结撤下后居民看不到，数字按现在的情况重新计算；活动恢复进行，活动日期内的事项继续归入。',
  fields: { reason: { kind: 'words', label: '为什么撤下', placeholder: '例如：办结件数需要更正。', maxLength: 200 } },
  submitText: '撤下总结，恢复进行',
  danger: true,
  send: (id, { reason }) => call('campaign.reopen', { id, reason }),
});

type Asking = 'publish' | 'discard' | 'reopen';

/** What the presidium does with the campaign as a whole. */
export function ManageCard({ campaign, act }: Props) {
  const { id, allowed, copiedFrom } = campaign;
  const [asking, setAsking] = useState<Asking | null>(null);
  if (!allowed.includes('copy')) return null;
  return (
    <Card title="活动管理">
      {copiedFrom ? <View className="campaign__hint">复制自“{copiedFrom.name}”</View> : null}
      <View className="campaign__acts">
        {allowed.includes('publish') ? (
          <Button id="publish" kind="primary" text="启动活动" onPress={() => setAsking('publish')} />
        ) : null}
        {allowed.includes('save') ? (
          <Button id="edit" text="修改方案和目标" onPress={() => open(routes.campaignPlan, { id })} />
        ) : null}
        <Button id="copy" text="复制为下一年的活动" onPress={() => open(routes.campaignPlan, { copy: id })} />
        {allowed.includes('reopen') ? (
          <Button id="reopen" kind="danger" text="撤下总结，恢复进行" onPress={() => setAsking('reopen')} />
        ) : null}
        {allowed.includes('discard') ? (
          <Button id="discard" kind="danger" text="删除草稿" onPress={() => setAsking('discard')} />
        ) : null}
      </View>
      <Asked campaign={campaign} act={act} asking={asking} onClose={() => setAsking(null)} />
    </Card>
  );
}

interface AskedProps extends Props {
  asking: Asking | null;
  onClose: () => void;
}

/** A second look, or the reason. */
function Asked({ campaign, act, asking, onClose }: AskedProps) {
  const { id, rev, name } = campaign;
  switch (asking) {
    case null:
      return null;
    case 'publish':
      return (
        <ConfirmDialog
          open
          title="启动活动？"
          text="启动后各小组全体代表会收到动员通知并确认阅读；活动日期内的心愿、晒单和履职活动归入这个活动。"
          confirmText="启动"
          onConfirm={async () => {
            onClose();
            await act('活动已启动，全体代表会收到动员通知。', () => call('campaign.publish', { id, rev }));
          }}
          onCancel={onClose}
        />
      );
    case 'discard':
      return (
        <ConfirmDialog
          open
          danger
          title="删除草稿？"
          text={`“${name}”的方案、目标和任务都会删除，不能恢复。`}
          confirmText="删除"
          onConfirm={async () => {
            onClose();
            await act('草稿已删除。', async () => {
              await call('campaign.discard', { id, rev });
              replace(routes.campaigns);
              return { campaign };
            });
          }}
          onCancel={onClose}
        />
      );
    case 'reopen':
      return (
        <Sheet open title="撤下总结，恢复进行" onClose={onClose}>
          <ActForm
            spec={reopenSpec}
            draftKey={`campaign.reopen.${id}`}
            send={(filled) => act('总结已撤下，活动恢复进行。', () => reopenSpec.send(id, filled, []), true)}
            onDone={onClose}
          />
        </Sheet>
      );
  }
}
