/** What the pages of 主题实践活动 say alike. */
import type { CampaignCard } from '../../../contract/campaign-view';
import type { CampaignPhase } from '../../../domain/campaign';
import { chineseDate, startOfDay } from '../../../domain/time';
import type { Tone } from '../../components/tag';

export const phaseTones = {
  draft: 'plain',
  upcoming: 'blue',
  running: 'green',
  over: 'amber',
  closed: 'plain',
} as const satisfies Record<CampaignPhase, Tone>;

/** '2026年11月1日' */
export const dateText = (day: string): string => chineseDate(startOfDay(day) ?? new Date(0));

/** '2026年11月1日至12月31日' */
export function spanText({ from, until }: Pick<CampaignCard, 'from' | 'until'>): string {
  const isSameYear = from.slice(0, 4) === until.slice(0, 4);
  const end = dateText(until);
  return `${dateText(from)}至${isSameYear ? end.slice(end.indexOf('年') + 1) : end}`;
}

export const leftText = ({ phase, daysLeft }: Pick<CampaignCard, 'phase' | 'daysLeft'>): string =>
  phase === 'running' ? `还剩 ${daysLeft} 天` : '';

/** '2026-11' → '11月' */
export const monthWord = (month: string): string => `${Number(month.slice(5))}月`;
