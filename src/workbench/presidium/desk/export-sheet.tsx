import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../../components/sheet';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { ExportForm } from './export-form';
import type { ColumnTitle } from './ledger-columns';
import type { LedgerFilters } from './ledger-filters';

export interface ExportProps {
  filters: LedgerFilters;
  /** The filters in words; '' when nothing is narrowed. */
  narrowed: string;
  columns: readonly ColumnTitle[];
  scope: LedgerScope;
  whose: string;
  /** Whether the copy with names and phones may be had; 系统管理员 has the public one. */
  mayKeep: boolean;
  onClose: () => void;
}

/** The town's sheets as files: which, for whom, in which format. */
export function ExportSheet({ open, ...props }: ExportProps & { open: boolean }) {
  const [result, setResult] = useState('');
  const close = () => {
    setResult('');
    props.onClose();
  };
  return (
    <Sheet open={open} title="导出" onClose={close}>
      {result === '' ? (
        <ExportForm {...props} onExported={setResult} />
      ) : (
        <View id="export-result" className="desk__good">
          {result}
        </View>
      )}
    </Sheet>
  );
}
