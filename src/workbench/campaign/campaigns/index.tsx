import { useState } from 'react';
import type { CampaignStatus } from '../../../../domain/campaign';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';
import { useMe } from '../../../platform/use-me';
import { CampaignRow } from './campaign-row';
import './campaigns.scss';

const tabs = [
  { value: 'running', label: '进行中' },
  { value: 'closed', label: '已结束' },
] as const satisfies readonly { value: CampaignStatus; label: string }[];
const draftTab = { value: 'draft', label: '草稿' } as const;

const emptyTexts = {
  running: { title: '现在没有主题实践活动', text: '镇人大启动活动以后，会列在这里。' },
  closed: { title: '还没有结束的活动', text: '活动结束后，这里可以看到活动总结。' },
  draft: { title: '没有草稿', text: '新建的活动启动以前列在这里，只有镇人大看得到。' },
} as const satisfies Record<CampaignStatus, { title: string; text: string }>;

/** 主题实践活动: those that run first; drafts for the office. */
export default function CampaignsPage() {
  const me = useMe();
  const [status, setStatus] = useState<CampaignStatus>('running');
  const seesDrafts = hasRole(me, 'presidium', 'admin');
  const list = useList((page) => call('campaign.list', { status, ...page, limit: 20 }), status);
  const content = () => {
    if (list.state === 'loading') return <LoadingSkeleton />;
    if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
    if (list.items.length === 0) return <EmptyState {...emptyTexts[status]} />;
    return (
      <>
        {list.items.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} />
        ))}
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </>
    );
  };
  return (
    <Page
      bar={
        hasRole(me, 'presidium') ? (
          <Button id="new-campaign" kind="primary" text="新建活动" onPress={() => open(routes.campaignPlan)} />
        ) : null
      }
    >
      <Tabs label="看哪些活动" options={seesDrafts ? [...tabs, draftTab] : tabs} value={status} onChange={setStatus} />
      {content()}
    </Page>
  );
}
