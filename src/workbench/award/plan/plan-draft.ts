/** The plan as it is filled in: every answer as text until it is sent. */
import type { Input } from '../../../../contract/contract';
import type { AwardView } from '../../../../contract/award-views';
import { shanghaiYear } from '../../../../domain/time';

export interface PlanDraft {
  name: string;
  year: string;
  quotaKind: 'count' | 'percent';
  quotaValue: string;
  withoutCity: boolean;
  excluded: { representativeId: string; name: string; reason: string }[];
  minPresentDays: string;
  byPoints: string;
  byNomination: string;
  ties: 'all' | 'deeds';
  nominateUntil: string;
  needsHearing: boolean;
  reason: string;
}

export function emptyPlan(now: Date): PlanDraft {
  const year = shanghaiYear(now);
  return {
    ...{ name: `${year}年度最美代表`, year, quotaKind: 'percent', quotaValue: '10', withoutCity: false, excluded: [] },
    ...{ minPresentDays: '180', byPoints: '2', byNomination: '1', ties: 'deeds', needsHearing: true, reason: '' },
    nominateUntil: `${Number(year) + 1}-01-15`,
  };
}

export function planDraftOf({ name, year, plan }: AwardView): PlanDraft {
  const { quotaKind, quotaValue, excludedLevels, excluded, ties, nominateUntil, needsHearing } = plan;
  return {
    ...{ name, year, quotaKind, quotaValue: String(quotaValue), withoutCity: excludedLevels.includes('city') },
    ...{ excluded, ties, nominateUntil, needsHearing, reason: '' },
    minPresentDays: String(plan.minPresentDays),
    byPoints: String(plan.byPoints),
    byNomination: String(plan.byNomination),
  };
}

export type PlanToSend = Input<'award.publish'> & { reason: string };

export function planToSend(draft: PlanDraft): PlanToSend {
  const { name, year, quotaKind, withoutCity, excluded, ties, nominateUntil, needsHearing, reason } = draft;
  return {
    ...{ name, year, quotaKind, quotaValue: Number(draft.quotaValue), ties, nominateUntil, needsHearing, reason },
    excludedLevels: withoutCity ? ['city'] : [],
    excluded: excluded.map((one) => ({ representativeId: one.representativeId, reason: one.reason })),
    minPresentDays: Number(draft.minPresentDays),
    byPoints: Number(draft.byPoints),
    byNomination: Number(draft.byNomination),
  };
}
