import { chineseDate, startOfDay } from '../../../domain/time';

/** '2026年11月1日' */
export const dateText = (day: string): string => chineseDate(startOfDay(day) ?? new Date(0));

/** '2026年11月1日至12月31日' */
export function spanText({ from, until }: { from: string; until: string }): string {
  const isSameYear = from.slice(0, 4) === until.slice(0, 4);
  const end = dateText(until);
  return `${dateText(from)}至${isSameYear ? end.slice(end.indexOf('年') + 1) : end}`;
}
