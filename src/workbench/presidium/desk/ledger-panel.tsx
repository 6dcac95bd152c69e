import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishCard } from '../../../../contract/wish';
import { chineseDate } from '../../../../domain/time';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { useSettings } from '../../../features/account/use-settings';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { call } from '../../../platform/call';
import { isH5 } from '../../../platform/transport';
import { useList, type Listed } from '../../../platform/use-list';
import { ExportSheet } from './export-sheet';
import { FilterBar } from './filter-bar';
import { filterText, noFilters, toFilter, useLedgerFilters } from './ledger-filters';
import { LedgerTable } from './ledger-table';
import { usePrinting } from './use-printing';

const PAGE_SIZE = 50;

interface Props {
  scope: LedgerScope;
  groupName: string | undefined;
}

/** 心愿台账 of the town or of one's group: filtered, exported, printed. */
export function LedgerPanel({ scope, groupName }: Props) {
  const [filters, change] = useLedgerFilters();
  const [isExporting, setExporting] = useState(false);
  // A new key is a new, empty search bar.
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setCleared(cleared + 1);
    change(noFilters);
  };
  const asked = { ...toFilter(filters), scope, limit: PAGE_SIZE };
  const list = useList((page) => call('wish.list', { ...asked, ...page }), JSON.stringify(asked));
  const printing = usePrinting((page) => call('wish.list', { ...asked, ...page }));
  const settings = useSettings();
  // On paper it must say which town's it is.
  const whose = scope === 'town' ? (settings.data?.town ?? '全镇') : (groupName ?? '本小组');
  const narrowed = filterText(filters);
  return (
    <View className="ledger" id="ledger">
      <Card title={`${whose}心愿台账`}>
        <View className="desk__controls">
          <FilterBar key={cleared} filters={filters} onChange={change} />
          <View className="ledger__actions">
            <Button id="export" kind="primary" text="导出" onPress={() => setExporting(true)} />
            {narrowed === '' ? null : <Button id="clear-filters" text="清除筛选" onPress={clear} />}
            {isH5 ? <Button id="print" text="打印" busyText="正在备齐…" onPress={printing.print} /> : null}
          </View>
        </View>
        <View className="ledger__print-head">
          {narrowed === '' ? '全部心愿' : `筛选：${narrowed}`} · 打印于 {chineseDate(new Date())}
          {printing.rows ? ` · 共 ${printing.rows.length} 条` : ''}
        </View>
        <Rows list={list} printed={printing.rows} isNarrowed={narrowed !== ''} />
      </Card>
      <ExportSheet
        open={isExporting}
        filters={filters}
        scope={scope}
        whose={whose}
        onClose={() => setExporting(false)}
      />
    </View>
  );
}

interface RowsProps {
  list: Listed<WishCard>;
  /** Every row, while it is being printed. */
  printed: readonly WishCard[] | null;
  isNarrowed: boolean;
}

function Rows({ list, printed, isNarrowed }: RowsProps) {
  if (list.state === 'loading') return <LoadingSkeleton rows={5} />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return isNarrowed ? (
      <EmptyState title="没有符合条件的心愿" text="可以放宽状态、类别或村，或清除搜索词再看。" />
    ) : (
      <EmptyState title="台账里还没有心愿" text="可以先导入代表名册和心愿台账，或等居民提交。" />
    );
  }
  return (
    <View>
      <LedgerTable wishes={printed ?? list.items} />
      <View className="desk__controls">
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </View>
    </View>
  );
}
