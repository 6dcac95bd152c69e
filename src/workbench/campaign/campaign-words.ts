/** What the pages of 主题实践活动 say alike. */
import type { CampaignCard } from '../../../contract/campaign-view';
import type { CampaignPhase } from '../../../domain/campaign';
import type { Tone } from '../../components/tag';

export const phaseTones = {
  draft: 'plain',
  upcoming: 'blue',
  running: 'green',
  over: 'amber',
  closed: 'plain',
} as const satisfies Record<CampaignPhase, Tone>;

export const leftText = ({ phase, daysLeft }: Pick<CampaignCard, 'phase' | 'daysLeft'>): string =>
  phase === 'running' ? `还剩 ${daysLeft} 天` : '';

/** '2026-11' → '11月' */
export const monthWord = (month: string): string => `${Number(month.slice(5))}月`;
