/** What 公示 needs: its five working days, a line of each person's deeds, and whose check is complete. */
import type { AwardCandidate } from '../../domain/award';
import { NOTICE_DAYS, summaryOf as figuresText } from '../../domain/award-texts';
import { addWorkingDays } from '../../domain/working-days';
import { workingDays } from '../kit/working-days';
import * as awardFigures from '../store/award-figures';
import type { Announced, AwardDoc } from '../store/awards';
import * as settings from '../store/settings';
import { summaryOf } from './summaries';

export async function noticeUntil(now: Date): Promise<Date> {
  return addWorkingDays(now, NOTICE_DAYS, workingDays(await settings.get()));
}

export interface Chosen {
  representativeId: string;
  summary?: string | undefined;
}

/** Each with the end of their own 公示, their 事迹简介, and the year in figures where nobody wrote any. */
export async function announcedOf(
  award: Pick<AwardDoc, 'year' | 'summaries'>,
  people: readonly AwardCandidate[],
  now: Date,
  chosen: readonly Chosen[] = [],
): Promise<Announced[]> {
  const until = await noticeUntil(now);
  const ids = people.map(({ representativeId }) => representativeId);
  const figures = await awardFigures.ofYear(ids, award.year);
  return people.map(({ representativeId, name, groupId, groupName, tenths }) => {
    const written = chosen.find((one) => one.representativeId === representativeId)?.summary;
    const summary =
      written ?? summaryOf(award, representativeId) ?? figuresText({ ...figures(representativeId), tenths });
    return { representativeId, name, groupId, groupName, summary, from: now, until };
  });
}

/** Whether 纪律核查 was recorded and confirmed. */
export const isChecked = ({ checks }: AwardDoc, id: string): boolean =>
  checks.some(({ representativeId, confirmed }) => representativeId === id && confirmed !== undefined);

/** Those who are still up. */
export const standingOf = (announced: readonly Announced[]): Announced[] => announced.filter(({ removed }) => !removed);

/** The last end of the 公示 of those still up; null where nobody is. */
export function lastUntil(announced: readonly Announced[]): Date | null {
  const ends = standingOf(announced).map(({ until }) => until.getTime());
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}
