/** 工作日: which days are worked on follows the public holiday table, which the caller brings. */
import { DAY_MS, endOfDay, shanghaiDay } from './time';

/** Whether people work on a Shanghai day 'YYYY-MM-DD': weekends and holidays are off, make-up days (调休) are not. */
export type IsWorkingDay = (day: string) => boolean;

/**
 * The end of the `days`-th working day after the day of `at`, which itself does not count: what comes in on Friday with
 * one working day to go is due on Monday night. A table that never works again ends the search after ten years.
 */
export function addWorkingDays(at: Date, days: number, isWorkingDay: IsWorkingDay): Date {
  let day = endOfDay(at);
  let left = days;
  for (let tried = 0; left > 0 && tried < 3660; tried += 1) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorkingDay(shanghaiDay(day))) left -= 1;
  }
  return day;
}
