/**
 * The accounting month of a deed: its own; where that was frozen, the one of its booking; where the clock was run ahead
 * and that is frozen too, the first that is open.
 */
import { nextMonth } from '../../domain/model';
import { shanghaiMonth } from '../../domain/time';
import type { Tx } from './database';
import * as pointsPeriods from './points-periods';

interface Dated {
  at: Date;
  bookedAt?: Date | undefined;
}

const monthsOf = ({ at, bookedAt = at }: Dated): string[] => [at, bookedAt].map(shanghaiMonth);

export async function accountingMonths(all: readonly Dated[], tx: Tx): Promise<(deed: Dated) => string> {
  const frozen = await pointsPeriods.frozenOf([...new Set(all.flatMap(monthsOf))], tx);
  const openOf = (deed: Dated): string | undefined => monthsOf(deed).find((month) => !frozen.has(month));
  const last = all.every(openOf) ? undefined : await pointsPeriods.lastFrozenMonth(tx);
  return (deed) => openOf(deed) ?? nextMonth(last ?? shanghaiMonth(deed.at));
}

/**
 * A deed booked into a month that is over meets the closing of that month: of the two, one runs again and sees the other,
 * so that no entry comes in behind the snapshot.
 */
export async function meetClosing(booked: readonly { month: string; bookedAt: Date }[], tx: Tx): Promise<void> {
  const over = booked.filter(({ month, bookedAt }) => month < shanghaiMonth(bookedAt)).map(({ month }) => month);
  await pointsPeriods.touchGates([...new Set(over)], tx);
}
