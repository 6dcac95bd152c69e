import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { PostView } from '../../../contract/post';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import type { ShownRepresentative } from '../../features/post/posts-of';
import type { Listed } from '../../platform/use-list';
import type { FeedFilter } from './feed-filters';

interface Props {
  list: Listed<PostView>;
  empty: { title: string; text: string };
  onClear: (() => void) | null;
  children: (post: PostView) => ReactNode;
}

export function FeedList({ list, empty, onClear, children }: Props) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState {...empty} action={onClear ? { text: '看全部晒单', onPress: onClear } : undefined} />;
  }
  return (
    <View>
      {list.items.map(children)}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}

/** What an empty feed says, by what it was narrowed to. */
export function emptyWords(
  { isFeatured, group, village, category }: FeedFilter,
  representative: ShownRepresentative | null,
): { title: string; text: string } {
  const kind = isFeatured ? '精选晒单' : '晒单';
  const place = representative ? `${representative.name}代表` : (village ?? group?.name);
  if (category) return { title: `没有这样的${kind}`, text: '可以放宽筛选条件，或看全部晒单。' };
  if (place !== undefined) return { title: `${place}还没有${kind}`, text: '可以换一个看看，或看全部晒单。' };
  if (isFeatured) return { title: '还没有精选晒单', text: '主席团从晒单里选出的好事会出现在这里，先看看“最新”吧。' };
  return { title: '还没有晒单', text: '代表为群众办成一件实事，拍张照片、写一句话，就会出现在这里。' };
}
