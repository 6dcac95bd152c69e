import { View } from '@tarojs/components';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import type { Entry } from '../../../features/points/entry-marks';
import type { Listed } from '../../../platform/use-list';
import { EntryCard } from './entry-card';

interface Props {
  list: Listed<Entry>;
  /** Stands first, opened: what a notice is about. */
  wanted: string | undefined;
  isOwn: boolean;
  onAppeal: (entry: Entry) => void;
}

export function Entries({ list, wanted, isOwn, onAppeal }: Props) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') {
    const isRefused = list.error?.code === 'FORBIDDEN';
    return <ErrorState message={list.error?.message ?? ''} onRetry={isRefused ? undefined : list.reload} />;
  }
  if (list.items.length === 0) {
    return (
      <EmptyState
        title="还没有积分"
        text={
          isOwn ? '收集的心愿审核通过、认领的心愿办结并得到评价、晒出办成的实事，都会计分。' : '这位代表还没有记过分。'
        }
      />
    );
  }
  const first = list.items.filter(({ id }) => id === wanted);
  const rest = list.items.filter(({ id }) => id !== wanted);
  const card = (entry: Entry) => (
    <EntryCard key={entry.id} entry={entry} isOpen={entry.id === wanted} onAppeal={() => onAppeal(entry)} />
  );
  return (
    <View id="entries">
      {first.length > 0 ? <View className="points-hint">您要看的这一笔：</View> : null}
      <View className="points-cards">{first.map(card)}</View>
      {first.length > 0 && rest.length > 0 ? <View className="points-hint">其他的：</View> : null}
      <View className="points-cards">{rest.map(card)}</View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
