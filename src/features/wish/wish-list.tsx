import { View } from '@tarojs/components';
import type { WishCard } from '../../../contract/wish-views';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import type { Listed } from '../../platform/use-list';
import { WishCardView } from './wish-card';

interface Props {
  list: Listed<WishCard>;
  empty: { title: string; text?: string; action?: { text: string; onPress: () => void } };
}

/** Wishes in each of a list's states. */
export function WishList({ list, empty }: Props) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) return <EmptyState {...empty} />;
  return (
    <View>
      {list.items.map((wish) => (
        <WishCardView key={wish.id} wish={wish} />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
