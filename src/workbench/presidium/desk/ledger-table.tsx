import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { WishCard } from '../../../../contract/wish';
import { categoryLabels, ratingLabels, statusLabels } from '../../../../domain/labels';
import { shanghaiDay } from '../../../../domain/time';
import { aria } from '../../../components/aria';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { statusTones } from '../../../features/wish/wish-status';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import './ledger-table.scss';

const titles = ['编号', '收集日期', '村（社区）', '类别', '内容', '状态', '认领代表', '时限', '满意度'] as const;

/** A table on a desk and on paper, a list of cards on a phone. */
export function LedgerTable({ wishes }: { wishes: readonly WishCard[] }) {
  return (
    <View className="ledger-table" {...aria('table', { label: '心愿台账' })}>
      <View className="ledger-table__head">
        <View className="ledger-table__row ledger-table__row--head" {...aria('row')}>
          {titles.map((title) => (
            <View key={title} className="ledger-table__cell" {...aria('columnheader')}>
              {title}
            </View>
          ))}
        </View>
      </View>
      <View className="ledger-table__body">
        {wishes.map((wish) => (
          <Row key={wish.id} wish={wish} />
        ))}
      </View>
    </View>
  );
}

/** The link in it is for the keyboard: its press reaches the row. */
const byRow = () => undefined;

function Row({ wish }: { wish: WishCard }) {
  const { id, code, collectedAt, village, category, content, status, claimer, dueAt, overdue, rating } = wish;
  return (
    <View className="ledger-table__row" onClick={() => open(routes.wishDetail, { id })} {...aria('row')}>
      <Cell title="编号">
        <Pressable className="ledger-table__code" role="link" onPress={byRow}>
          {code}
        </Pressable>
      </Cell>
      <Cell title="收集日期">{shanghaiDay(new Date(collectedAt))}</Cell>
      <Cell title="村（社区）">{village}</Cell>
      <Cell title="类别">{categoryLabels[category]}</Cell>
      <Cell title="内容">{content}</Cell>
      <Cell title="状态">
        <Tag text={statusLabels[status]} tone={statusTones[status]} />
      </Cell>
      <Cell title="认领代表">{claimer?.name}</Cell>
      <Cell title="时限">{dueAt ? <Due day={shanghaiDay(new Date(dueAt))} isOver={overdue} /> : null}</Cell>
      <Cell title="满意度">{rating ? ratingLabels[rating] : null}</Cell>
    </View>
  );
}

function Due({ day, isOver }: { day: string; isOver: boolean }) {
  return (
    <>
      {day}
      {isOver ? <View className="ledger-table__overdue">已超期</View> : null}
    </>
  );
}

function Cell({ title, children }: { title: (typeof titles)[number]; children: ReactNode }) {
  const isEmpty = children === null || children === undefined;
  return (
    <View className={`ledger-table__cell${isEmpty ? ' ledger-table__cell--empty' : ''}`} {...aria('cell')}>
      <View className="ledger-table__title">{title}</View>
      <View className="ledger-table__value">{isEmpty ? '—' : children}</View>
    </View>
  );
}
