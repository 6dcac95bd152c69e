import { useEffect, useState } from 'react';
import { monthBefore } from '../../../domain/model';
import { quarterOf } from '../../../domain/points';
import { shanghaiMonth, shanghaiYear } from '../../../domain/time';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';

export type Side = 'representative' | 'group';
export type Span = 'month' | 'lastMonth' | 'quarter' | 'year' | 'all';

export function periodOf(span: Span): string {
  const now = new Date();
  const month = shanghaiMonth(now);
  return { month, lastMonth: monthBefore(month), quarter: quarterOf(month), year: shanghaiYear(now), all: 'all' }[span];
}

/**
 * The board as it is chosen. It opens on this year; where nobody has points yet this year, on all years: an empty page
 * would look broken. A period that was chosen by hand stays, empty or not.
 */
export function useBoard() {
  const [by, setBy] = useState<Side>('representative');
  const [span, setSpan] = useState<Span>('year');
  const [isChosen, setChosen] = useState(false);
  const [isWidened, setWidened] = useState(false);
  const period = periodOf(span);
  const board = useLoad(() => call('points.board', { period, by, limit: 100 }), `${by}-${period}`);

  const isEmpty = board.data?.items.length === 0;
  useEffect(() => {
    if (!isEmpty || isChosen || span !== 'year') return;
    setSpan('all');
    setWidened(true);
  }, [isEmpty, isChosen, span]);

  const choose = (next: Span) => {
    setChosen(true);
    setWidened(false);
    setSpan(next);
  };
  return { board, by, setBy, span, period, choose, isWidened };
}
