/** ③ 代表积分台账: every entry as it was booked, corrections included. */
import { groupedHash } from '../points';
import { maskPrivateNumbers } from '../private-number';
import type { SheetColumn } from './sheet';

export interface PointsRow {
  number: number;
  at: Date;
  /** 'YYYY-MM' */
  month: string;
  representative: string;
  group: string;
  rule: string;
  ruleName: string;
  ruleVersion: number;
  /** In points, not tenths. */
  delta: number;
  evidence: string;
  reason: string;
  /** Who booked it; 系统 where a rule did. */
  bookedBy: string;
  /** The entry that this one takes back. */
  reverses: string | null;
  /** Its place in the representative’s chain, and the hash over it and all before it. */
  seq: number;
  hash: string;
}

export const pointsColumns: readonly SheetColumn<PointsRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  { title: '代表', width: 10, shown: 'open', value: ({ representative }) => representative },
  { title: '小组', width: 16, shown: 'open', value: ({ group }) => group },
  { title: '记账月', width: 10, shown: 'open', value: ({ month }) => month },
  { title: '日期', width: 12, isDate: true, shown: 'open', value: ({ at }) => at },
  { title: '规则代码', width: 10, shown: 'open', value: ({ rule }) => rule },
  { title: '规则名称', width: 22, shown: 'open', value: ({ ruleName }) => ruleName },
  { title: '规则版本', width: 10, shown: 'open', value: ({ ruleVersion }) => ruleVersion },
  { title: '分值', width: 8, shown: 'open', value: ({ delta }) => delta },
  {
    title: '依据编号',
    width: 20,
    wraps: true,
    shown: 'masked',
    value: ({ evidence }) => evidence,
    masked: ({ evidence }) => maskPrivateNumbers(evidence),
  },
  { title: '事由', width: 30, wraps: true, shown: 'internal', value: ({ reason }) => reason },
  { title: '审核', width: 12, shown: 'internal', value: ({ bookedBy }) => bookedBy },
  { title: '冲正号', width: 16, shown: 'open', value: ({ reverses }) => reverses },
  { title: '链序', width: 8, shown: 'open', value: ({ seq }) => seq },
  { title: '校验码', width: 20, wraps: true, shown: 'open', value: ({ hash }) => groupedHash(hash) },
];
