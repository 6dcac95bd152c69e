import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { ListFooter } from '../../../components/states';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { grouped } from '../../../platform/numbers';
import { useList } from '../../../platform/use-list';

/** What has been frozen, and the code of the town as of then. */
export function FrozenPeriods() {
  const list = useList(listPeriods, 'periods');
  if (list.items.length === 0) return null;
  return (
    <Card title="已封账的时段">
      {list.items.map(({ period, frozenAt, entries, heads }) => (
        <View key={period} className="verify__period">
          <View className="verify__period-name">{period}</View>
          <View className="verify__text">
            {dayText(frozenAt)}封账 · {grouped(entries)} 条
          </View>
          <View className="verify__hash">{heads}</View>
        </View>
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </Card>
  );
}

async function listPeriods(page: { cursor?: string }) {
  const { items, nextCursor } = await call('points.periods', { ...page, limit: 12 });
  return { items: items.map((item) => ({ ...item, id: item.period })), nextCursor };
}
