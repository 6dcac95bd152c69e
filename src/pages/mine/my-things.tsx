import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../contract/account';
import { Card } from '../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import { Tabs } from '../../components/tabs';
import { EntryList } from '../../features/points/entry-list';
import { PointsSummary } from '../../features/points/points-summary';
import { startPost } from '../../features/post/start-post';
import { WishList } from '../../features/wish/wish-list';
import { call } from '../../platform/call';
import { dayText } from '../../platform/dates';
import { open, openTab } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { useList } from '../../platform/use-list';
import './my-things.scss';

const ownTabs = [
  { value: 'wishes', label: '我的心愿' },
  { value: 'claims', label: '我的认领' },
  { value: 'points', label: '我的积分' },
  { value: 'posts', label: '我的晒单' },
] as const;

type Tab = (typeof ownTabs)[number]['value'];

/** What this person has wished; for a representative also what they claimed, earned and showed. */
export function MyThings({ me }: { me: Me | null }) {
  const representativeId = me?.representativeId;
  const [tab, setTab] = useState<Tab>(representativeId === undefined ? 'wishes' : 'claims');
  if (!me) return <NoWishes />;
  if (representativeId === undefined) {
    return (
      <View>
        <View className="my-things__title">我的心愿</View>
        <Wishes scope="mine" />
      </View>
    );
  }
  return (
    <View>
      <Tabs label="我的" options={ownTabs} value={tab} onChange={setTab} />
      {tab === 'wishes' ? <Wishes scope="mine" /> : null}
      {tab === 'claims' ? <Wishes scope="claimed" /> : null}
      {tab === 'points' ? <Points representativeId={representativeId} /> : null}
      {tab === 'posts' ? <Posts representativeId={representativeId} /> : null}
    </View>
  );
}

const noWishes = {
  title: '还没有许过愿',
  text: '家里、村里有什么小事想请人帮忙，写下来就行。',
  action: { text: '我要许愿', onPress: () => open(routes.submit) },
};

const noClaims = {
  title: '还没有认领心愿',
  text: '到心愿墙看看有哪些心愿正等人认领。',
  action: { text: '去心愿墙', onPress: () => openTab(routes.wishes) },
};

const NoWishes = () => <EmptyState {...noWishes} />;

function Wishes({ scope }: { scope: 'mine' | 'claimed' }) {
  const list = useList((page) => call('wish.list', { scope, ...page, limit: 20 }), scope);
  return <WishList list={list} empty={scope === 'mine' ? noWishes : noClaims} />;
}

function Points({ representativeId }: { representativeId: string }) {
  const list = useList((page) => call('points.entries', { representativeId, ...page, limit: 20 }), representativeId);
  return (
    <View>
      <PointsSummary />
      <EntryList list={list} />
    </View>
  );
}

function Posts({ representativeId }: { representativeId: string }) {
  const list = useList((page) => call('post.feed', { representativeId, ...page, limit: 20 }), representativeId);
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return (
      <EmptyState
        title="还没有晒过单"
        text="办成一件实事，拍张照片、写两句话，让大家看到。"
        action={{ text: '晒一单', onPress: () => void startPost() }}
      />
    );
  }
  return (
    <View>
      {list.items.map((post) => (
        <Card key={post.id} onPress={() => open(routes.postDetail, { id: post.id })}>
          <View>{post.text}</View>
          <View className="my-things__meta">
            {dayText(post.at)} · {post.photoCount} 张照片 · {post.thanks} 个感谢 · {post.comments} 条评论
          </View>
        </Card>
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
