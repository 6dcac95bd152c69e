/** Times as people read them: days of Asia/Shanghai, whatever the phone's own zone. */
import { chineseDate, DAY_MS, shanghaiDay, shanghaiYear } from '../../domain/time';

/** '6月5日' this year, '2021年6月5日' otherwise. */
export function dayText(iso: string): string {
  const at = new Date(iso);
  const text = chineseDate(at);
  return shanghaiYear(at) === shanghaiYear(new Date()) ? text.slice(text.indexOf('年') + 1) : text;
}

/** '14:05' */
export const clockText = (iso: string): string =>
  new Date(new Date(iso).getTime() + 8 * 3600_000).toISOString().slice(11, 16);

/** '6月5日 14:05'; midnight sharp is a day from a paper ledger, without a time. */
export function timeText(iso: string): string {
  const clock = clockText(iso);
  return clock === '00:00' ? dayText(iso) : `${dayText(iso)} ${clock}`;
}

/** How long something has lasted: '不到 1 天', '已 12 天'. */
export function sinceText(iso: string): string {
  const days = Math.floor((Date.now() - new Date(iso).getTime()) / DAY_MS);
  return days < 1 ? '不到 1 天' : `已 ${days} 天`;
}

/** '今天 14:05', '昨天', then the day: when something was shown, in plain words. */
export function whenText(iso: string): string {
  const day = shanghaiDay(new Date(iso));
  const now = new Date();
  if (day === shanghaiDay(now)) return `今天 ${clockText(iso)}`;
  return day === shanghaiDay(new Date(now.getTime() - DAY_MS)) ? '昨天' : dayText(iso);
}

/** '今天', '昨天', then the day. */
export function dayWord(iso: string): string {
  const text = whenText(iso);
  return text.startsWith('今天') ? '今天' : text;
}
