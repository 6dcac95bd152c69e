/** awards: 最美代表 of a year, from the plan to the decision. */
import { collection } from './database';

export interface AwardWinner {
  representativeId: string;
  name: string;
  groupId: string;
}

export interface AwardDoc {
  _id: string;
  /** '2026年度最美代表' */
  name: string;
  year: string;
  /** plan 方案 → candidates 推荐 → review 审议 → notice 公示 → decided 已决定. */
  status: 'plan' | 'candidates' | 'review' | 'notice' | 'decided';
  winners: AwardWinner[];
  decision?: { minuteNumber: string; at: Date; who: string };
  rev: number;
}

export const awards = collection<AwardDoc>('awards', [
  { key: { year: -1, _id: -1 }, name: 'year' },
  { key: { 'winners.representativeId': 1, year: 1 }, name: 'winner' },
]);

/** Those that were decided for this representative. */
export async function decidedFor(representativeId: string): Promise<AwardDoc[]> {
  return (await awards())
    .find({ 'winners.representativeId': representativeId, status: 'decided' })
    .sort({ year: 1 })
    .toArray();
}
