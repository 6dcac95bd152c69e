/** The public holiday table of the State Council, from a library that is updated each year when it is announced. */
import { isWorkday } from 'chinese-days';
import type { IsWorkingDay } from '../../domain/working-days';

/** Shanghai days 'YYYY-MM-DD'. */
interface OwnDays {
  daysOff?: string[];
  daysOn?: string[];
}

/** The town's own exceptions come first: a year that the library does not know yet, a flood, a fair. */
export function workingDays({ daysOff = [], daysOn = [] }: OwnDays): IsWorkingDay {
  const off = new Set(daysOff);
  const on = new Set(daysOn);
  return (day) => (off.has(day) ? false : on.has(day) || isWorkday(day));
}
