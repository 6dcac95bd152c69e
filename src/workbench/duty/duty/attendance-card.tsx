import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { AttendanceView, DutyView } from '../../../../contract/duty-views';
import { attendanceStatuses, type AttendanceStatus } from '../../../../domain/duty';
import { attendanceLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { Notice } from '../../../components/notice';
import { ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { useList } from '../../../platform/use-list';
import { AttendanceRow } from './attendance-row';
import { MarkSheet, type Marking } from './mark-sheet';
import { useMarking } from './use-marking';

interface Props {
  duty: DutyView;
  /** The counts have changed. */
  onChanged: () => Promise<void>;
}

type Filter = AttendanceStatus | 'all';

/** The list with quick marks. */
export function AttendanceCard({ duty, onChanged }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [asked, setAsked] = useState<Marking | null>(null);
  const { id, counts } = duty;
  const status = filter === 'all' ? {} : { status: filter };
  const list = useList(
    (page) => call('duty.attendance', { id, ...status, ...page }),
    `${id}.${filter}.${duty.state === 'settled'}`,
    {
      listens: false,
    },
  );
  useFollowing(counts, list.refresh);
  const { failure, mark, answer } = useMarking(id, (row: AttendanceView) => {
    list.replace(row);
    void onChanged();
  });
  const all = attendanceStatuses.reduce((sum, one) => sum + counts[one], 0);
  const options = [
    { value: 'all' as const, label: `全部 ${all}` },
    ...attendanceStatuses.map((value) => ({ value, label: `${attendanceLabels[value]} ${counts[value]}` })),
  ];
  return (
    <Card title="考勤" id="attendance">
      <View className="attendance-filter">
        <Chips label="看哪些人" options={options} value={filter} onChange={setFilter} />
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
      {list.state === 'loading' ? <LoadingSkeleton rows={2} /> : null}
      {list.state === 'failed' ? <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} /> : null}
      {list.items.map((row) => (
        <AttendanceRow key={row.id} row={row} onMark={mark} onAsk={setAsked} onAnswer={answer} />
      ))}
      {list.state === 'ready' && list.items.length === 0 ? (
        <View className="duty-page__hint">没有这样的人。</View>
      ) : null}
      {list.more === 'end' ? null : (
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      )}
      <MarkSheet asked={asked} onClose={() => setAsked(null)} mark={mark} answer={answer} />
    </Card>
  );
}

/** Others sign in meanwhile: where the counts have moved, the rows follow. */
function useFollowing(counts: DutyView['counts'], refresh: () => Promise<void>): void {
  const now = Object.values(counts).join();
  const shown = useRef(now);
  useEffect(() => {
    if (shown.current === now) return;
    shown.current = now;
    void refresh();
  }, [now, refresh]);
}
