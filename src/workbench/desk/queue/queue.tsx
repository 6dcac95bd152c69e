import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { BulkBar } from '../../../features/desk/bulk-bar';
import { countText } from '../../../features/desk/desk-nav';
import { useTicks } from '../../../features/desk/use-ticks';
import type { BulkAct, BulkWish } from '../../../features/desk/use-bulk';
import { known, writeParameters } from '../../../platform/address';
import { call } from '../../../platform/call';
import { useList, type Listed } from '../../../platform/use-list';
import { useLoad } from '../../../platform/use-load';
import { KindFilter } from './kind-filter';
import { TaskRow } from './task-row';
import { anyKinds, bulkActOf, kindLabels, kindsFor, type AnyKind, type Task } from './tasks';

const PAGE_SIZE = 50;

/** Everything that waits for this person, the most late first. */
export function Queue({ me }: { me: Me }) {
  const [kind, setKind] = useState(known(anyKinds, useRouter().params.kind));
  const asked = { ...(kind === null ? {} : { kind }), limit: PAGE_SIZE };
  const list = useList((page) => call('wish.queue', { ...asked, ...page }), `${me.accountId}:${kind ?? ''}`);
  const counts = useLoad(() => call('wish.queueCount', {}), me.accountId);
  const choose = (next: AnyKind | null) => {
    setKind(next);
    writeParameters({ kind: next ?? '' });
  };
  const refresh = () => void Promise.all([list.reload(), counts.reload()]);
  const kinds = kindsFor(me.roles);
  return (
    <View id="queue">
      {counts.data && counts.data.waiting > 0 ? (
        <View className="queue__count">
          共 {countText(counts.data.waiting)} 件待办
          {counts.data.late > 0 ? (
            <View className="queue__late">，其中 {countText(counts.data.late)} 件已超时</View>
          ) : null}
        </View>
      ) : null}
      {kinds.length > 1 ? <KindFilter kinds={kinds} value={kind} onChange={choose} /> : null}
      <Tasks list={list} kind={kind} me={me} onDone={refresh} />
    </View>
  );
}

interface TasksProps {
  list: Listed<Task>;
  kind: AnyKind | null;
  me: Me;
  onDone: () => void;
}

function Tasks({ list, kind, me, onDone }: TasksProps) {
  const tickable = list.items.filter((task) => bulkActOf(task) !== null);
  const ticks = useTicks(tickable.map(({ id }) => id));
  const mayBulk = hasRole(me, 'liaison', 'presidium');
  if (list.state === 'loading') return <LoadingSkeleton rows={4} />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return kind === null ? (
      <EmptyState title="都办好了" text="现在没有等您处理的事。有新的会出现在这里，下拉可以刷新。" />
    ) : (
      <EmptyState title={`没有“${kindLabels[kind]}”的事项`} text="可以选“全部”看其他待办。" />
    );
  }
  return (
    <View>
      <View className="queue__list">
        {list.items.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            isTicked={ticks.has(task.id)}
            onTick={mayBulk ? () => ticks.toggle(task.id) : undefined}
          />
        ))}
      </View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      {mayBulk && tickable.length > 0 ? (
        <BulkBar
          ticks={ticks}
          wishesFor={byAct(tickable.filter(({ id }) => ticks.has(id)))}
          scope={hasRole(me, 'presidium') ? 'town' : 'group'}
          onDone={onDone}
        />
      ) : null}
    </View>
  );
}

function byAct(tasks: readonly Task[]): Partial<Record<BulkAct, BulkWish[]>> {
  const sorted: Partial<Record<BulkAct, BulkWish[]>> = {};
  for (const task of tasks) {
    const act = bulkActOf(task);
    const { wishId, code, content } = task;
    if (act) sorted[act] = [...(sorted[act] ?? []), { id: wishId, code, content }];
  }
  return sorted;
}
