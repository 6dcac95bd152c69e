import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { readAbout, type AboutKind } from '../../../domain/notice';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import { useSettings } from '../../features/account/use-settings';
import { byDay } from '../../features/notice/by-day';
import { NoticeCard, type Opens } from '../../features/notice/notice-card';
import { WechatReminders } from '../../features/notice/wechat-reminders';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { dayWord } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useList } from '../../platform/use-list';
import { useMe } from '../../platform/use-me';
import './index.scss';

const pageOf = {
  entry: routes.entries,
  proposal: routes.proposals,
  appeal: routes.appeals,
  absence: routes.absences,
  period: routes.board,
  duty: routes.duty,
  campaign: routes.campaign,
  award: routes.award,
  rules: routes.pointsRules,
} as const satisfies Record<AboutKind, string>;

/** A 典型代表 is read by everybody, and worked on by those who choose one. */
function openWhat({ wishId, orderId, postId, modelId, about }: Opens, me: Me | null): void {
  if (orderId !== undefined) return open(routes.order, { id: orderId });
  if (wishId !== undefined) return open(routes.wishDetail, { id: wishId });
  if (postId !== undefined) return open(routes.postDetail, { id: postId });
  if (modelId !== undefined) {
    return open(hasRole(me, 'liaison', 'presidium') ? routes.model : routes.article, { id: modelId });
  }
  const other = about === undefined ? null : readAbout(about);
  if (other) open(pageOf[other.kind], { id: other.id });
}

/** The inbox: the newest first, by day. */
export default function NoticesPage() {
  const list = useList((page) => call('notice.list', { ...page, limit: 30 }), 'notices');
  const settings = useSettings();
  const me = useMe();
  const [failure, setFailure] = useState('');

  const read = async (ids?: string[]) => {
    setFailure('');
    try {
      await call('notice.read', ids === undefined ? {} : { ids });
    } catch (error) {
      setFailure(messageOf(error));
      return;
    }
    for (const notice of list.items) {
      if (!notice.read && (ids === undefined || ids.includes(notice.id))) list.replace({ ...notice, read: true });
    }
  };

  return (
    <Page>
      <WechatReminders template={settings.data?.noticeTemplate} />
      {failure === '' ? null : <Notice tone="bad" text={failure} />}
      {list.items.some((notice) => !notice.read) ? (
        <View className="notices__all">
          <Button id="read-all" text="全部标为已读" onPress={() => read()} />
        </View>
      ) : null}
      {list.state === 'loading' ? <LoadingSkeleton /> : null}
      {list.state === 'failed' ? <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} /> : null}
      {list.state === 'ready' && list.items.length === 0 ? (
        <EmptyState title="还没有通知" text="心愿、晒单有进展，有事要您处理时，会在这里告诉您。" />
      ) : null}
      {byDay(list.items).map(({ day, notices }) => (
        <View key={day}>
          <View className="notices__day">{dayWord(`${day}T00:00:00+08:00`)}</View>
          {notices.map((notice) => (
            <NoticeCard
              key={notice.id}
              notice={notice}
              onOpen={(what) => {
                if (!notice.read) void read([notice.id]);
                openWhat(what, me);
              }}
            />
          ))}
        </View>
      ))}
      {list.items.length > 0 ? (
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      ) : null}
    </Page>
  );
}
