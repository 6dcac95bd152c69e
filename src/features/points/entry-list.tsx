import { View } from '@tarojs/components';
import type { Output } from '../../../contract/contract';
import { Card } from '../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../components/states';
import { dayText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import type { Listed } from '../../platform/use-list';
import './entry-list.scss';

type Entry = Output<'points.entries'>['items'][number];

/** Every entry with its rule, formula, day and what it was for. */
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
  const { ref } = entry;
  const show = () => open(ref.kind === 'wish' ? routes.wishDetail : routes.postDetail, { id: ref.id });
  return (
    <Card onPress={show}>
      <View className="entry-list__head">
        <View className="entry-list__rule">{entry.ruleName}</View>
        <View className="entry-list__delta">{entry.delta > 0 ? `+${entry.delta}` : entry.delta} 分</View>
      </View>
      <View className="entry-list__line">
        {dayText(entry.at)} · {ref.label}
      </View>
      {entry.reason ? <View className="entry-list__line">{entry.reason}</View> : null}
      <View className="entry-list__line">
        规则 {entry.rule}（第 {entry.ruleVersion} 版）：{entry.formula}
      </View>
    </Card>
  );
}
