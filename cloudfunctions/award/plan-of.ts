import type { z } from 'zod';
import type { Plan } from '../../contract/award-views';
import { seatsOf, type AwardPlan } from '../../domain/award';
import { FORMULA } from '../../domain/award-texts';
import { DomainError } from '../../domain/errors';
import { endOfDay, startOfDay } from '../../domain/time';
import * as representatives from '../store/representatives';

const refuse = (field: string, reason: string): DomainError =>
  new DomainError('INVALID_INPUT', { details: { [field]: reason } });

export const lastMoment = (day: string): Date => endOfDay(startOfDay(day) ?? new Date(0));

/** The plan as it is published: with the names of those left out, and the seats that the quota makes today. */
export async function planOf(asked: z.output<typeof Plan>, now: Date): Promise<AwardPlan> {
  const { quotaKind, quotaValue, excludedLevels, excluded, minPresentDays } = asked;
  const { byPoints, byNomination, ties, nominateUntil, needsHearing } = asked;
  const roster = await representatives.listAll();
  const names = new Map(roster.map(({ _id, name }) => [_id, name]));
  const unknown = excluded.find(({ representativeId }) => !names.has(representativeId));
  if (unknown) throw refuse('excluded', '不参评的人中有人不在名册上，请重新选择');
  if (byPoints + byNomination === 0) throw refuse('byPoints', '积分候选人和小组推荐至少要有一种');
  if (lastMoment(nominateUntil) < now) throw refuse('nominateUntil', '推荐截止日已经过了');
  const quota = { kind: quotaKind, value: quotaValue };
  if (quotaKind === 'percent' && quotaValue > 100) throw refuse('quotaValue', '比例最多是 100%');
  const seats = seatsOf(quota, roster.length);
  if (seats < 1) throw refuse('quotaValue', `在册 ${roster.length} 人，按这个比例不足一名`);
  return {
    ...{ quota, headcount: roster.length, seats, excludedLevels, minPresentDays },
    ...{ byPoints, byNomination, ties, nominateUntil, needsHearing, formula: FORMULA },
    excluded: excluded.map((one) => ({ ...one, name: names.get(one.representativeId) ?? '' })),
  };
}
