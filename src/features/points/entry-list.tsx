import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import { dayText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import type { Listed } from '../../platform/use-list';
import { EntryMarks, type Entry } from './entry-marks';
import { signedPoints } from './points-text';
import './entry-list.scss';

/** One's own entries in short; each opens where it is explained. */
export function EntryList({ list }: { list: Listed<Entry> }) {
  if (list.state === 'loading') return <LoadingSkeleton rows={2} />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return (
      <EmptyState title="还没有积分" text="收集的心愿审核通过、认领的心愿办结并得到评价、晒出办成的实事，都会计分。" />
    );
  }
  return (
    <View>
      {list.items.map((entry) => (
        <EntryCard key={entry.id} entry={entry} />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}

function EntryCard({ entry }: { entry: Entry }) {
  const { id, ruleName, delta, at, ref, how, limited } = entry;
  return (
    <Card onPress={() => open(routes.entries, { id })}>
      <View className="entry-list__head">
        <View className="entry-list__rule">{ruleName}</View>
        <View className={`entry-list__delta${delta < 0 ? ' entry-list__delta--less' : ''}`}>{signedPoints(delta)}</View>
      </View>
      <View className="entry-list__line">
        {dayText(at)} · {ref.label}
      </View>
      <View className="entry-list__line">{limited ? `${how}（${limited}）` : how}</View>
      <View className="entry-list__foot">
        <EntryMarks entry={entry} />
        <View className="entry-list__more">看怎么算的 ›</View>
      </View>
    </Card>
  );
}
