import { View } from '@tarojs/components';
import type { Output } from '../../../../contract/contract';
import { orderTaskLabels } from '../../../../domain/labels';
import { orderTaskKinds } from '../../../../domain/order-desk';
import { Pressable } from '../../../components/pressable';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tag } from '../../../components/tag';
import { lateText } from '../../../features/desk/late-text';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';

type Task = Output<'wish.queue'>['items'][number];

/** The orders that wait for this department, the most late first. */
export function OrderTasks() {
  const list = useList((page) => call('wish.queue', page), 'order-tasks');
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState title="都办好了" text="现在没有等您处理的交办单，有新的会出现在这里。" />;
  }
  return (
    <View id="order-tasks">
      {list.items.map((task) => (
        <TaskCard key={task.id} task={task} />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}

function TaskCard({ task: { kind, code, content, village, actBy, late, orderId = '' } }: { task: Task }) {
  const orderKind = orderTaskKinds.find((one) => one === kind);
  return (
    <Pressable className="order-card" role="link" onPress={() => open(routes.order, { id: orderId })}>
      <View className="order-card__top">
        <Tag text={lateText(actBy)} tone={late ? 'red' : 'plain'} />
        <View className="order-card__kind">{orderKind ? orderTaskLabels[orderKind] : ''}</View>
      </View>
      <View className="order-card__content">{content}</View>
      <View className="order-card__facts">{[village, code].join(' · ')}</View>
    </Pressable>
  );
}
