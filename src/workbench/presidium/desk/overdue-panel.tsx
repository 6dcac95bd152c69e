import { View } from '@tarojs/components';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { BulkBar } from '../../../features/desk/bulk-bar';
import { useTicks } from '../../../features/desk/use-ticks';
import { call } from '../../../platform/call';
import { isH5 } from '../../../platform/transport';
import { useList } from '../../../platform/use-list';
import { overdueColumns } from './ledger-columns';
import type { PanelProps } from './ledger-panel';
import { LedgerTable } from './ledger-table';
import { PrintHead } from './print-head';
import { useNames } from './use-names';
import { usePrinting } from './use-printing';

const PAGE_SIZE = 50;

/** 逾期清单: what is past its promised day and still in somebody's hands, the longest late first. */
export function OverduePanel({ me, scope, whose }: PanelProps) {
  const names = useNames();
  const asked = { scope, overdue: true, order: 'due', limit: PAGE_SIZE } as const;
  const fetchPage = (page: { cursor?: string }) => call('wish.list', { ...asked, ...page });
  const { state, items, error, more, loadMore, reload } = useList(fetchPage, JSON.stringify(asked));
  const printing = usePrinting(fetchPage);
  const ticks = useTicks(items.map(({ id }) => id));
  const mayUrge = hasRole(me, 'liaison', 'presidium');
  if (state === 'loading') return <LoadingSkeleton rows={4} />;
  if (state === 'failed') return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  if (items.length === 0) return <EmptyState title="没有超期的心愿" text="每一件都在时限之内。" />;
  const title = `${whose}逾期心愿清单`;
  return (
    <View className="ledger" id="overdue">
      <Card>
        <View className="card__title desk__controls">{title}</View>
        <View className="ledger__actions desk__controls">
          {isH5 ? <Button id="print" text="打印" busyText="正在备齐…" onPress={printing.print} /> : null}
        </View>
        <PrintHead title={title} narrowed="已过办结时限、尚未办结" rows={printing.rows?.length ?? null} />
        <LedgerTable
          label="逾期清单"
          wishes={printing.rows ?? items}
          columns={overdueColumns}
          names={names}
          ticks={mayUrge ? ticks : undefined}
          onEnd={() => void loadMore()}
        />
        <View className="desk__controls">
          <ListFooter more={more} message={error?.message} onMore={loadMore} />
        </View>
      </Card>
      {mayUrge ? (
        <BulkBar
          ticks={ticks}
          wishesFor={{ urge: items.filter(({ id }) => ticks.has(id)) }}
          scope={scope}
          onDone={() => void reload()}
        />
      ) : null}
    </View>
  );
}
