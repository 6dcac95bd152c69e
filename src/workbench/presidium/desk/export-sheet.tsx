import { View } from '@tarojs/components';
import { useState } from 'react';
import { shanghaiDay } from '../../../../domain/time';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { everything, isBackwards, toSpan } from '../../../features/report/span';
import { SpanPicker } from '../../../features/report/span-picker';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveSheet } from '../../../platform/save-file';
import { toast } from '../../../platform/toast';
import { filterText, toFilter, type LedgerFilters } from './ledger-filters';

interface Props {
  open: boolean;
  filters: LedgerFilters;
  scope: LedgerScope;
  whose: string;
  onClose: () => void;
}

/** The ledger as a spreadsheet: what is filtered on the desk, within a span. */
export function ExportSheet({ open, filters, scope, whose, onClose }: Props) {
  const [span, setSpan] = useState(everything);
  const narrowed = filterText(filters);

  const save = async () => {
    try {
      const { url, rows } = await call('report.ledger', { ...toFilter(filters), ...toSpan(span), scope });
      if (rows === 0) return toast('这个范围里没有心愿，请换一个日期或放宽筛选');
      await saveSheet(url, `${whose}心愿台账-${shanghaiDay(new Date())}.xlsx`);
      onClose();
      toast(`已导出 ${rows} 行`);
    } catch (error) {
      toast(messageOf(error));
    }
  };

  return (
    <Sheet open={open} title="导出台账" onClose={onClose}>
      <View className="desk__hint">
        导出{whose}的{narrowed === '' ? '全部心愿' : `心愿（${narrowed}）`}。按收集日期：
      </View>
      <SpanPicker id="export-span" span={span} onChange={setSpan} />
      <View className="desk__warning">
        表里有心愿人的姓名和电话，每次导出都会记录在案，请妥善保管，不要转发到群里。
      </View>
      <Button
        id="export-now"
        kind="primary"
        size="big"
        text="导出"
        busyText="正在生成…"
        disabled={isBackwards(span)}
        onPress={save}
      />
    </Sheet>
  );
}
