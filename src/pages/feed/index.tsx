import { View } from '@tarojs/components';
import { useState } from 'react';
import { outcomeText } from '../../features/outcome/outcome-draft';
import { PostCard } from '../../features/post/post-card';
import { feedShare, findShared, postShare } from '../../features/post/post-share';
import { shownRepresentative, type ShownRepresentative } from '../../features/post/posts-of';
import { usePostMenu } from '../../features/post/use-post-menu';
import { useThanks } from '../../features/post/use-thanks';
import { Pressable } from '../../components/pressable';
import { call } from '../../platform/call';
import { Page } from '../../platform/page';
import { scrollToTop } from '../../platform/scroll-to';
import { useShareOfMany } from '../../platform/share';
import { useStore } from '../../platform/store';
import { useList } from '../../platform/use-list';
import { useMe } from '../../platform/use-me';
import { everything, FeedFilters, type FeedFilter } from './feed-filters';
import { emptyWords, FeedList } from './feed-list';
import { PostBar } from './post-bar';
import { useNewPosts } from './use-new-posts';
import './index.scss';

/** One photo each: the first page asks for ten pictures at most. */
const PAGE_SIZE = 10;

const toQuery = ({ isFeatured, group, village, category }: FeedFilter, representative: ShownRepresentative | null) => ({
  ...(isFeatured ? { featured: true } : {}),
  ...(representative ? { representativeId: representative.id } : {}),
  ...(group ? { groupId: group.id } : {}),
  ...(village === null ? {} : { village }),
  ...(category ? { category } : {}),
  limit: PAGE_SIZE,
});

export default function FeedPage() {
  const [filter, setFilter] = useState(everything);
  const representative = useStore(shownRepresentative);
  const me = useMe();
  const query = toQuery(filter, representative);
  const key = JSON.stringify(query);
  const list = useList((page) => call('post.feed', { ...query, ...page }), key);
  const fresh = useNewPosts(list.items, () => call('post.feed', query), key);
  const thank = useThanks(list.replace);
  const menu = usePostMenu((post) => (post.status === 'published' ? list.replace(post) : list.drop(post.id)));
  const share = useShareOfMany((buttonId) => {
    const post = findShared(list.items, buttonId);
    return post ? postShare(post) : feedShare;
  });

  const change = (part: Partial<FeedFilter>) => {
    // Another place takes the representative's.
    if (part.group || part.village) shownRepresentative.set(null);
    setFilter((before) => ({ ...before, ...part }));
  };
  const clear = () => {
    shownRepresentative.set(null);
    setFilter(({ isFeatured }) => ({ ...everything, isFeatured }));
  };
  const showFresh = () => {
    scrollToTop();
    void list.reload();
  };
  const isNarrowed = JSON.stringify({ ...query, featured: undefined }) !== JSON.stringify({ limit: PAGE_SIZE });

  return (
    <Page bar={me?.roles.includes('representative') ? <PostBar /> : undefined}>
      <FeedFilters
        filter={filter}
        representative={representative}
        ownGroup={me?.groupId ?? null}
        onChange={change}
        onClear={clear}
      />
      {fresh > 0 ? (
        <Pressable id="fresh-posts" className="feed__fresh" onPress={showFresh}>
          有 {fresh >= PAGE_SIZE ? `${PAGE_SIZE}+` : fresh} 条新晒单，点此查看
        </Pressable>
      ) : null}
      <View id="feed">
        <FeedList list={list} empty={emptyWords(filter, representative)} onClear={isNarrowed ? clear : null}>
          {(post) => (
            <PostCard
              key={post.id}
              post={post}
              outcomeText={outcomeText}
              onThank={(thanked) => void thank(thanked)}
              onShare={(shared) => share(postShare(shared))}
              onMenu={menu.open}
            />
          )}
        </FeedList>
      </View>
      {menu.sheets}
    </Page>
  );
}
