/**
 * Business days, months and years are those of Asia/Shanghai, which has had no daylight saving since 1991:
 * a fixed offset of eight hours is exact for every date this product stores.
 */
export const HOUR_MS = 3600_000;
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;
export const DAY_MS = 24 * HOUR_MS;

/** 'YYYY-MM-DD' in Asia/Shanghai. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** 'YYYY-MM' in Asia/Shanghai. */
export const shanghaiMonth = (at: Date): string => shanghaiDay(at).slice(0, 7);

/** 'YYYY' in Asia/Shanghai. */
export const shanghaiYear = (at: Date): string => shanghaiDay(at).slice(0, 4);

/** The instant at which the Shanghai day 'YYYY-MM-DD' begins; null when there is no such day. */
export function startOfDay(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnightUtc = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnightUtc.getTime()) || midnightUtc.toISOString().slice(0, 10) !== day) return null;
  return new Date(midnightUtc.getTime() - SHANGHAI_OFFSET_MS);
}

/** `days` calendar days later. */
export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** The last millisecond of the Shanghai day in which `at` lies. */
export function endOfDay(at: Date): Date {
  const intoDay = (at.getTime() + SHANGHAI_OFFSET_MS) % DAY_MS;
  return new Date(at.getTime() - intoDay + DAY_MS - 1);
}

/** '2021年6月5日' */
export function chineseDate(at: Date): string {
  const [year, month, day] = shanghaiDay(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** '6月5日 14:05' in Asia/Shanghai. */
export function shanghaiMinute(at: Date): string {
  const [, month, day] = shanghaiDay(at).split('-').map(Number);
  return `${month}月${day}日 ${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)}`;
}
