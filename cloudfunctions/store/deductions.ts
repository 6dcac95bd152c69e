/** Deductions that a rule finds out: opened as proposals for 24 hours, in the transaction of what they follow from. */
import { isAbsentOn } from '../../domain/absence';
import { assess, askedOf, nothingEarned, pointsOf, quarterOf, type Amount, type Ref } from '../../domain/points';
import { BY_SYSTEM, settleFrom } from '../../domain/points-proposal';
import type { PointsRule, RuleCode } from '../../domain/points-rules';
import { SYSTEM } from '../../domain/acting';
import { shanghaiDay, shanghaiMonth } from '../../domain/time';
import type { WishDeduction } from '../../domain/wish-deductions';
import * as absences from './absences';
import { collection, type Tx } from './database';
import { deedsOf } from './points-book';
import { entries, type PointsEntryDoc } from './points-entries';
import { tellOfDeduction } from './points-notices';
import * as pointsProposals from './points-proposals';
import * as pointsRules from './points-rules';
import type { WishDoc } from './wish-doc';

interface Finding {
  newId: () => string;
  now: Date;
  representativeId: string;
  groupId: string;
  rule: RuleCode;
  ref: Ref;
  at: Date;
  reason: string;
  campaignId?: string | undefined;
}

/**
 * Proposes it once and tells the person; nothing where no such rule holds, the person was away on that day, or the cap for
 * one thing is reached.
 */
export async function findDeduction(finding: Finding, tx: Tx): Promise<boolean> {
  const { newId, now, representativeId, groupId, rule: code, ref, at, reason, campaignId } = finding;
  const rule = (await pointsRules.openBook([code], tx))(shanghaiDay(at)).rules.get(code);
  if (!rule || (await wasAway(finding, tx))) return false;
  const amount = await amountLeft(finding, rule, tx);
  if (!amount) return false;
  const proposal: pointsProposals.NewProposal = {
    _id: newId(),
    ...{ kind: 'deduction', rule: code, representativeId, groupId, amount, ref, at, reason },
    ...(campaignId === undefined ? {} : { campaignId }),
    evidence: { text: `系统按${rule.evidence}提出`, photos: [] },
    proposed: { accountId: BY_SYSTEM, who: SYSTEM, at: now },
    settleFrom: settleFrom('deduction', now),
  };
  if (!(await pointsProposals.proposeOnce(proposal, tx))) return false;
  await tellOfDeduction(proposal, rule, now, tx);
  return true;
}

/** D5 counts the days of its quarter itself; what else a rule finds out belongs to one day. */
export async function wasAway(
  { representativeId, rule, at }: Pick<Finding, 'representativeId' | 'rule' | 'at'>,
  tx: Tx,
): Promise<boolean> {
  if (rule === 'D5') return false;
  const away = await absences.confirmedOf([representativeId], tx);
  return isAbsentOn(shanghaiDay(at), away.get(representativeId) ?? []);
}

/**
 * What the cap for one thing leaves beside those that stand, as of D2, each week of which has a proposal of its own; null
 * where nothing is left.
 */
async function amountLeft(finding: Finding, rule: PointsRule, tx: Tx): Promise<Amount | null> {
  const whole = { units: 1 };
  const { thing } = rule.capTenths;
  if (thing === undefined) return whole;
  const standing = (await pointsProposals.listUnder(finding, tx)).filter(({ status }) => status !== 'dropped');
  const earned = standing.reduce((sum, { amount }) => sum + askedOf(rule, amount).tenths, 0);
  const asked = askedOf(rule, whole);
  const capped = { part: rule.part, capTenths: { thing } };
  const { tenths } = assess(capped, { partCaps: {} }, asked.tenths, { ...nothingEarned, thing: earned });
  if (tenths === asked.tenths) return whole;
  return tenths === 0 ? null : { tenths, how: `${asked.how}，每件最多扣 ${pointsOf(thing)} 分` };
}

interface Act {
  newId: () => string;
  now: Date;
}

/** What the wish's due steps cost its claimer. */
export async function findOfWish(
  { code, claimer, campaignId }: WishDoc,
  found: readonly WishDeduction[],
  act: Act,
  tx: Tx,
): Promise<void> {
  if (!claimer) return;
  const { representativeId, groupId } = claimer;
  for (const { rule, refId, at, reason } of found) {
    const ref: Ref = { kind: 'wish', id: refId, label: code };
    const said = `心愿 ${code} ${reason}`;
    await findDeduction({ ...act, representativeId, groupId, rule, ref, at, reason: said, campaignId }, tx);
  }
}

/** '<representative>:<quarter>': the release of a claim that costs nothing. */
const freeReleases = collection<{ _id: string; wishId: string; at: Date }>('freeReleases', []);

/** 退回认领 by the claimer (D4): the first of a quarter is free, and so is one of a wish that a leader had assigned. */
export async function findOfRelease({ _id, code, rev, claimer, campaignId }: WishDoc, act: Act, tx: Tx): Promise<void> {
  if (!claimer || claimer.assignedBy !== undefined) return;
  const { representativeId, groupId } = claimer;
  const quarter = quarterOf(shanghaiMonth(act.now));
  const first = { $setOnInsert: { wishId: _id, at: act.now } };
  const { upsertedCount } = await (
    await freeReleases()
  ).updateOne({ _id: `${representativeId}:${quarter}` }, first, { upsert: true, session: tx });
  if (upsertedCount === 1) return;
  const ref: Ref = { kind: 'wish', id: `${_id}:${rev}`, label: code };
  const reason = `退回认领的心愿 ${code}，本季度不是第一次`;
  await findDeduction({ ...act, representativeId, groupId, rule: 'D4', ref, at: act.now, reason, campaignId }, tx);
}

/** Whether a deed of these days is on record, in whichever month it was booked. */
export async function hasDeedWithin(
  representativeId: string,
  { from, until }: { from: Date; until: Date },
  tx: Tx,
): Promise<boolean> {
  const found = await (
    await entries()
  )
    .find({ representativeId, at: { $gte: from, $lt: until } }, { session: tx, hint: 'caps' })
    .project<Pick<PointsEntryDoc, 'part' | 'kind' | 'askedTenths'>>({ part: 1, kind: 1, askedTenths: 1 })
    .toArray();
  return found.reduce((deeds, entry) => deeds + deedsOf(entry), 0) > 0;
}
