import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Me } from '../../../../contract/account';
import type { WishCard } from '../../../../contract/wish-views';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { call } from '../../../platform/call';
import { isH5 } from '../../../platform/transport';
import { useList, type Listed } from '../../../platform/use-list';
import { ColumnsSheet } from './columns-sheet';
import { ExportSheet } from './export-sheet';
import { FilterBar } from './filter-bar';
import { useColumns } from './ledger-columns';
import { filterText, noFilters, toFilter, type LedgerFilters } from './ledger-filters';
import { LedgerTable } from './ledger-table';
import { PrintHead } from './print-head';
import { SearchBox } from './search-box';
import { useNames } from './use-names';
import { usePrinting } from './use-printing';

const PAGE_SIZE = 50;

export interface PanelProps {
  me: Me;
  scope: LedgerScope;
  /** The town or the group. */
  whose: string;
}

interface Props extends PanelProps {
  filters: LedgerFilters;
  onChange: (change: Partial<LedgerFilters>) => void;
}

/** 心愿台账 of the town or of one's group: searched, filtered, sorted, exported, printed. */
export function LedgerPanel({ me, scope, whose, filters, onChange }: Props) {
  const [opened, setOpened] = useState<'export' | 'columns' | null>(null);
  const [columns, chooseColumns] = useColumns();
  const names = useNames();
  const asked = { ...toFilter(filters), order: filters.order, scope, limit: PAGE_SIZE };
  const fetchPage = (page: { cursor?: string }) => call('wish.list', { ...asked, ...page });
  const list = useList(fetchPage, JSON.stringify(asked));
  const printing = usePrinting(fetchPage);
  const narrowed = filterText(filters, names.group);
  const close = () => setOpened(null);
  return (
    <View className="ledger" id="ledger">
      <Card>
        <View className="card__title desk__controls">{whose}心愿台账</View>
        <Controls
          me={me}
          filters={filters}
          onChange={onChange}
          narrowed={narrowed}
          groups={scope === 'town' ? names.groups : []}
          onOpen={setOpened}
          onPrint={printing.print}
        />
        <PrintHead title={`${whose}心愿台账`} narrowed={narrowed} rows={printing.rows?.length ?? null} />
        <Rows list={list} isNarrowed={narrowed !== ''}>
          {(wishes) => (
            <LedgerTable
              label="心愿台账"
              wishes={printing.rows ?? wishes}
              columns={columns}
              names={names}
              sorting={{ order: filters.order, onOrder: (order) => onChange({ order }) }}
              onEnd={() => void list.loadMore()}
            />
          )}
        </Rows>
      </Card>
      <ColumnsSheet open={opened === 'columns'} columns={columns} onChoose={chooseColumns} onClose={close} />
      <ExportSheet
        open={opened === 'export'}
        filters={filters}
        narrowed={narrowed}
        columns={columns}
        scope={scope}
        whose={whose}
        mayKeep={hasRole(me, 'liaison', 'presidium')}
        onClose={close}
      />
    </View>
  );
}

interface ControlsProps {
  me: Me;
  filters: LedgerFilters;
  onChange: (change: Partial<LedgerFilters>) => void;
  narrowed: string;
  groups: readonly { id: string; name: string }[];
  onOpen: (what: 'export' | 'columns') => void;
  onPrint: () => Promise<void>;
}

function Controls({ me, filters, onChange, narrowed, groups, onOpen, onPrint }: ControlsProps) {
  // A new key is a new, empty search bar.
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setCleared(cleared + 1);
    onChange({ ...noFilters, order: filters.order });
  };
  const mayFindPeople = hasRole(me, 'liaison', 'presidium');
  return (
    <View className="desk__controls">
      <SearchBox key={cleared} filters={filters} onChange={onChange} mayFindPeople={mayFindPeople} />
      <FilterBar filters={filters} onChange={onChange} groups={groups} />
      <View className="ledger__actions">
        <Button id="export" kind="primary" text="导出" onPress={() => onOpen('export')} />
        <Button id="columns" text="选择列" onPress={() => onOpen('columns')} />
        {isH5 ? <Button id="print" text="打印" busyText="正在备齐…" onPress={onPrint} /> : null}
      </View>
      {narrowed === '' ? null : (
        <View className="ledger__narrowed">
          <View className="ledger__narrowed-text">正在看：{narrowed}</View>
          <Button id="clear-filters" kind="quiet" text="清除筛选" onPress={clear} />
        </View>
      )}
    </View>
  );
}

interface RowsProps {
  list: Listed<WishCard>;
  isNarrowed: boolean;
  children: (wishes: readonly WishCard[]) => ReactNode;
}

function Rows({ list, isNarrowed, children }: RowsProps) {
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
      {children(list.items)}
      <View className="desk__controls">
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </View>
    </View>
  );
}
