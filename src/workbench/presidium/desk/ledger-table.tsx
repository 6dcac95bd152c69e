import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import { aria } from '../../../components/aria';
import { Pressable } from '../../../components/pressable';
import { Tick } from '../../../features/desk/tick';
import type { Ticks } from '../../../features/desk/use-ticks';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { isH5 } from '../../../platform/transport';
import { LedgerCell } from './ledger-cell';
import type { ColumnTitle, Names } from './ledger-columns';
import type { WishOrder } from './ledger-filters';
import './ledger-table.scss';
import './ledger-print.scss';

interface Sorting {
  order: WishOrder;
  onOrder: (order: WishOrder) => void;
}

interface Props {
  label: string;
  wishes: readonly WishCard[];
  columns: readonly ColumnTitle[];
  names: Names;
  sorting?: Sorting | undefined;
  ticks?: Ticks | undefined;
  /** The table scrolls in a box of its own on a desk: its end is near. */
  onEnd: () => void;
}

/** So many columns need small letters on an A4 sheet. */
const DENSE = 12;

/** A table on a desk and on paper, a list of cards on a phone. */
export function LedgerTable({ label, wishes, columns, names, sorting, ticks, onEnd }: Props) {
  const box = useBoxEnd(onEnd);
  const dense = columns.length > DENSE ? ' ledger-table--dense' : '';
  return (
    <View className="ledger-table__box" id={box}>
      <View className={`ledger-table${ticks ? ' ledger-table--ticks' : ''}${dense}`} {...aria('table', { label })}>
        <View className="ledger-table__head">
          <View className="ledger-table__row ledger-table__row--head" {...aria('row')}>
            {ticks ? (
              <View className="ledger-table__cell ledger-table__cell--tick" {...aria('columnheader')}>
                选择
              </View>
            ) : null}
            {columns.map((title) => (
              <HeadCell key={title} title={title} sorting={sorting} />
            ))}
          </View>
        </View>
        <View className="ledger-table__body">
          {wishes.map((wish) => (
            <Row key={wish.id} wish={wish} columns={columns} names={names} ticks={ticks} />
          ))}
        </View>
      </View>
    </View>
  );
}

const BOX = 'ledger-box';
const NEAR_PX = 300;

/** Calls when the box has been scrolled to near its end; on a phone the page itself scrolls. */
function useBoxEnd(onEnd: () => void): string {
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (!isH5) return;
    const box = document.getElementById(BOX);
    if (!box) return;
    const look = () => {
      if (box.scrollTop > 0 && box.scrollTop + box.clientHeight > box.scrollHeight - NEAR_PX) latest.current();
    };
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, []);
  return BOX;
}

/** Pressed once by this order, pressed again by the other. */
const orders: Partial<Record<ColumnTitle, readonly [down: WishOrder, up: WishOrder]>> = {
  收集日期: ['newest', 'oldest'],
  办结时限: ['latest', 'due'],
};

function HeadCell({ title, sorting }: { title: ColumnTitle; sorting: Sorting | undefined }) {
  const pair = orders[title];
  const className = `ledger-table__cell ledger-table__cell--${kindOf(title)}`;
  if (!pair || !sorting) {
    return (
      <View className={className} {...aria('columnheader')}>
        {title}
      </View>
    );
  }
  const [down, up] = pair;
  const { order, onOrder } = sorting;
  const state = { [down]: 'descending', [up]: 'ascending' }[order];
  const mark = state === undefined ? '↕' : state === 'descending' ? '↓' : '↑';
  return (
    <View className={className} {...aria('columnheader', { sort: state ?? 'none' })}>
      <Pressable
        className="ledger-table__sort"
        label={`按${title}排序${state === undefined ? '' : `，现在是${state === 'descending' ? '从晚到早' : '从早到晚'}`}`}
        onPress={() => onOrder(order === down ? up : down)}
      >
        {title}
        <View className="ledger-table__mark">{mark}</View>
      </Pressable>
    </View>
  );
}

const kinds: Partial<Record<ColumnTitle, 'code' | 'wisher' | 'content' | 'day'>> = {
  心愿编号: 'code',
  心愿人: 'wisher',
  心愿内容: 'content',
  备注: 'content',
  收集日期: 'day',
  认领日期: 'day',
  办结时限: 'day',
  办结日期: 'day',
  首次联系时间: 'day',
  暂缓至: 'day',
};
const kindOf = (title: ColumnTitle): string => kinds[title] ?? 'plain';

interface RowProps {
  wish: WishCard;
  columns: readonly ColumnTitle[];
  names: Names;
  ticks: Ticks | undefined;
}

/** A row is pressed as a whole, but for the box in front of it. */
function isOnTick(target: unknown): boolean {
  return isH5 && target instanceof Element && target.closest('.tick') !== null;
}

function Row({ wish, columns, names, ticks }: RowProps) {
  const { id, code } = wish;
  return (
    <View
      className="ledger-table__row"
      onClick={({ target }) => {
        if (!isOnTick(target)) open(routes.wishDetail, { id });
      }}
      {...aria('row')}
    >
      {ticks ? (
        <View
          className="ledger-table__cell ledger-table__cell--tick"
          onClick={(event) => {
            // On H5 the press has not reached the box yet: stopped here it never would.
            if (!isH5) event.stopPropagation();
          }}
          {...aria('cell')}
        >
          <Tick label={`选择 ${code}`} isOn={ticks.has(id)} onToggle={() => ticks.toggle(id)} />
        </View>
      ) : null}
      {columns.map((title) => (
        <LedgerCell
          key={title}
          title={title}
          kind={kindOf(title)}
          wish={wish}
          names={names}
          marksOverdue={!columns.includes('逾期天数')}
        />
      ))}
    </View>
  );
}
