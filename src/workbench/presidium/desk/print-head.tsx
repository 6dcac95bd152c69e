import { View } from '@tarojs/components';
import { timeText } from '../../../platform/dates';

interface Props {
  title: string;
  /** What it is narrowed to; '' for everything. */
  narrowed: string;
  /** Rows on the paper; null while nothing is being printed. */
  rows: number | null;
}

/** The head of the paper: whose it is, of what, and when it was printed. */
export function PrintHead({ title, narrowed, rows }: Props) {
  return (
    <View className="ledger__print-head">
      <View className="ledger__print-title">{title}</View>
      <View>
        {narrowed === '' ? '全部' : `筛选：${narrowed}`}
        {rows === null ? '' : ` · 共 ${rows} 条`} · 打印时间：{timeText(new Date().toISOString())}
      </View>
    </View>
  );
}
