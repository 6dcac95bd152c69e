import { View } from '@tarojs/components';
import { useState } from 'react';
import { everything, isBackwards, toSpan } from '../../../features/report/span';
import { SpanPicker } from '../../../features/report/span-picker';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import { BriefingPanel } from './briefing-panel';
import type { LedgerFilters } from './ledger-filters';
import { OverviewPanel } from './overview-panel';

interface Props {
  /** Shows the rows behind a figure. */
  onRows: (filters: Partial<LedgerFilters>) => void;
}

/** The town's figures and its briefing, for any span. */
export function ReportsPanel({ onRows }: Props) {
  const [span, setSpan] = useState(everything);
  const asked = toSpan(span);
  const key = isBackwards(span) ? null : JSON.stringify(asked);
  const overview = useLoad(() => call('report.overview', asked), key);
  const briefing = useLoad(async () => (await call('report.briefing', asked)).text, key);
  // The ledger is not narrowed by days: only figures of all time have their rows in it.
  const mayShowRows = span.kind === 'all';
  return (
    <View>
      <SpanPicker id="span" span={span} onChange={setSpan} />
      <View className="desk__columns">
        <View className="desk__column desk__column--wide">
          <OverviewPanel overview={overview} onRows={mayShowRows ? onRows : undefined} />
        </View>
        <View className="desk__column">
          <BriefingPanel briefing={briefing} />
        </View>
      </View>
    </View>
  );
}
