/** How late something is, in days of the calendar, as those who must do it count them. */
import { DAY_MS, shanghaiDay } from '../../../domain/time';

const dayNumber = (at: Date): number => Date.parse(shanghaiDay(at)) / DAY_MS;

/** Whole days from now to `by`; negative when it is past. */
export const daysUntil = (by: string): number => dayNumber(new Date(by)) - dayNumber(new Date());

/** '已超时 3 天', '今天已超时', '今天到期', '还有 2 天' */
export function lateText(by: string): string {
  const days = daysUntil(by);
  if (Date.parse(by) < Date.now()) return days === 0 ? '今天已超时' : `已超时 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
