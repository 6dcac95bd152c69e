import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import { statusLabels } from '../../../../domain/labels';
import { aria } from '../../../components/aria';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { statusTones } from '../../../features/wish/wish-status';
import { cellText, type ColumnTitle, type Names } from './ledger-columns';

interface Props {
  title: ColumnTitle;
  kind: string;
  wish: WishCard;
  names: Names;
  /** Whether a day that is past is said to be so: not where the days of it stand beside. */
  marksOverdue: boolean;
}

export function LedgerCell({ title, kind, wish, names, marksOverdue }: Props) {
  const text = cellText(title, wish, names);
  const isEmpty = text === undefined;
  return (
    <View
      className={`ledger-table__cell ledger-table__cell--${kind}${isEmpty ? ' ledger-table__cell--empty' : ''}`}
      {...aria('cell')}
    >
      <View className="ledger-table__title">{title}</View>
      <View className="ledger-table__value">{isEmpty ? '—' : shown(title, text, wish, marksOverdue)}</View>
    </View>
  );
}

/** The link is for the keyboard: its press reaches the row. */
const byRow = () => undefined;

function shown(title: ColumnTitle, text: string, { status, overdue }: WishCard, marksOverdue: boolean): ReactNode {
  switch (title) {
    case '心愿编号':
      return (
        <Pressable className="ledger-table__code" role="link" onPress={byRow}>
          {text}
        </Pressable>
      );
    case '办理情况':
      return <Tag text={statusLabels[status]} tone={statusTones[status]} />;
    case '办结时限':
      return (
        <>
          {text}
          {overdue && marksOverdue ? <View className="ledger-table__overdue">已超期</View> : null}
        </>
      );
    case '逾期天数':
      return <View className="ledger-table__overdue">{text}</View>;
    case '心愿内容':
      return <View className="ledger-table__content">{text}</View>;
    default:
      return text;
  }
}
