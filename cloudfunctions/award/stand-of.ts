import { candidatesOf, type AwardRow, type Veto } from '../../domain/award';
import { vetoesOf, openMatters } from '../store/award-checks';
import * as awardRows from '../store/award-rows';
import type { AwardDoc } from '../store/awards';
import type { Tx } from '../store/database';

type Standing = Pick<AwardDoc, '_id' | 'year' | 'plan' | 'nominations' | 'checks'>;

/** 纪律核查 counts once another has confirmed it. */
const manualVetoes = ({ checks }: Pick<AwardDoc, 'checks'>): Veto[] =>
  checks
    .filter(({ clear, confirmed }) => !clear && confirmed)
    .map(({ representativeId, reason }) => ({ representativeId, kind: 'discipline', reason }));

/** The candidates as they stand now, with what stands against them: from the frozen rows and what is on record. */
export async function standOf(
  award: Standing,
  tx: Tx,
  rows?: readonly AwardRow[],
): Promise<Pick<AwardDoc, 'candidates' | 'flags'>> {
  const frozen = rows ?? (await awardRows.listByAward(award._id, tx));
  const nominations = award.nominations.map(({ representativeId, signed }) => ({
    representativeId,
    signed: signed !== undefined,
  }));
  const ids = candidatesOf(award.plan, frozen, nominations, []).map(({ representativeId }) => representativeId);
  const booked = await vetoesOf(ids, { year: award.year, needsHearing: award.plan.needsHearing }, tx);
  return {
    candidates: candidatesOf(award.plan, frozen, nominations, [...booked, ...manualVetoes(award)]),
    flags: await openMatters(ids, tx),
  };
}
