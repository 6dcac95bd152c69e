/** A span of whole Shanghai days: figures are kept by day, so an edge within a day means all of that day. */
import type { z } from 'zod';
import type { Span } from '../../contract/shapes';
import { DomainError } from '../../domain/errors';
import { addDays, shanghaiDay, startOfDay } from '../../domain/time';

export interface DaySpan {
  /** First and last day, both included; undefined is open. */
  fromDay: string | undefined;
  toDay: string | undefined;
  /** The beginnings of the first day, of the last, and of the one after it. */
  from: Date | null;
  to: Date | null;
  until: Date | null;
}

const isDay = (edge: string): boolean => startOfDay(edge) !== null;

/** Throws INVALID_INPUT when the span ends before it begins. */
export function daySpan({ from, to }: z.output<typeof Span>): DaySpan {
  const fromDay = from === undefined || isDay(from) ? from : shanghaiDay(new Date(from));
  // An instant as `to` is not included: midnight ends the day before.
  const toDay = to === undefined || isDay(to) ? to : shanghaiDay(new Date(new Date(to).getTime() - 1));
  if (fromDay !== undefined && toDay !== undefined && fromDay > toDay) {
    throw new DomainError('INVALID_INPUT', { details: { to: '结束日期不能早于开始日期' } });
  }
  const first = fromDay === undefined ? null : startOfDay(fromDay);
  const last = toDay === undefined ? null : startOfDay(toDay);
  return { fromDay, toDay, from: first, to: last, until: last ? addDays(last, 1) : null };
}

/** The same span as a condition on when a wish was collected; undefined when it is open at both ends. */
export function collectedWithin({ from, until }: DaySpan): { $gte?: Date; $lt?: Date } | undefined {
  if (!from && !until) return undefined;
  return { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) };
}
