/** How long one may still appeal, in words. */
import { DAY_MS, shanghaiDay } from '../../../../domain/time';

const dayNumber = (at: Date): number => Date.parse(`${shanghaiDay(at)}T00:00:00Z`) / DAY_MS;

/** '还可申诉 3 天'; on the last day '今天 24 点前可以申诉'; null once it is over. */
export function appealTerm(until: string, now: Date): string | null {
  const end = new Date(until);
  if (now > end) return null;
  const days = dayNumber(end) - dayNumber(now);
  return days === 0 ? '今天 24 点前可以申诉' : `还可申诉 ${days} 天`;
}
