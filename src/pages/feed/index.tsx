import { View } from '@tarojs/components';
import { useState } from 'react';
import { outcomeText } from '../../features/outcome/outcome-draft';
import { PostCard } from '../../features/post/post-card';
import { feedShare, findShared, postShare } from '../../features/post/post-share';
import { RemovalDialog, useRemoval } from '../../features/post/remove-post';
import { useThanks } from '../../features/post/use-thanks';
import { Button } from '../../components/button';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { open } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShareOfMany } from '../../platform/share';
import { useList } from '../../platform/use-list';
import { useMe } from '../../platform/use-me';
import { GroupFilter } from './group-filter';

const PAGE_SIZE = 10;

export default function FeedPage() {
  const [groupId, setGroupId] = useState<string | null>(null);
  const me = useMe();
  const list = useList(
    (page) => call('post.feed', { ...page, ...(groupId ? { groupId } : {}), limit: PAGE_SIZE }),
    groupId ?? 'all',
  );
  const thank = useThanks(list.replace);
  const removal = useRemoval(({ id }) => list.drop(id));
  const share = useShareOfMany((buttonId) => {
    const post = findShared(list.items, buttonId);
    return post ? postShare(post) : feedShare;
  });
  const mayPost = me?.roles.includes('representative') === true;
  const publish = () => open(routes.publish);

  const posts = () => {
    if (list.state === 'loading') return <LoadingSkeleton />;
    if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
    if (list.items.length === 0) return <Nothing isFiltered={groupId !== null} />;
    return (
      <>
        {list.items.map((post) => (
          <PostCard
            key={post.id}
            post={post}
            outcomeText={outcomeText}
            onThank={(thanked) => void thank(thanked)}
            onShare={(shared) => share(postShare(shared))}
            onRemove={removal.ask}
          />
        ))}
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </>
    );
  };

  return (
    <Page bar={mayPost ? <Button id="publish" kind="primary" size="big" text="晒一单" onPress={publish} /> : undefined}>
      <GroupFilter value={groupId} ownGroup={me?.groupId ?? null} onChange={setGroupId} />
      <View id="feed">{posts()}</View>
      <RemovalDialog removal={removal} />
    </Page>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="这个小组还没有晒单" text="可以在上面换一个小组看看，或选“全部小组”。" />;
  return <EmptyState title="还没有晒单" text="代表为群众办成一件实事，拍张照片、写一句话，就会出现在这里。" />;
}
