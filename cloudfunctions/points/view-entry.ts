import type { z } from 'zod';
import type { EntryView } from '../../contract/points';
import type { Caller } from '../../domain/caller';
import { limitedText, pointsOf } from '../../domain/points';
import { appealUntil, mayAppeal } from '../../domain/points-appeal';
import { formulaOf } from '../../domain/points-rules';
import { defined } from '../kit/defined';
import * as pointsAppeals from '../store/points-appeals';
import type { PointsEntryDoc } from '../store/points-entries';
import * as pointsRules from '../store/points-rules';

/** Entries with the rule and the formula that each was paid by, and with 申诉 against them. */
export async function viewEntries(
  entries: readonly PointsEntryDoc[],
  caller: Caller | null,
  now: Date,
): Promise<z.infer<typeof EntryView>[]> {
  const [ruleBy, appeals] = await Promise.all([
    pointsRules.versionsBy([...new Set(entries.map(({ rule }) => rule))]),
    pointsAppeals.ofEntries(entries.map(({ _id }) => _id)),
  ]);
  return entries.map((entry) => {
    const rule = ruleBy(entry.rule, entry.ruleVersion);
    const { limitedBy, deltaTenths, campaignId } = entry;
    const appeal = appeals.get(entry._id);
    const until = !appeal && mayAppeal(entry, caller, now) ? appealUntil(entry.bookedAt).toISOString() : undefined;
    return {
      id: entry._id,
      kind: entry.kind,
      rule: entry.rule,
      ruleVersion: entry.ruleVersion,
      ruleName: rule.name,
      formula: formulaOf(rule),
      how: entry.how,
      delta: pointsOf(deltaTenths),
      at: entry.at.toISOString(),
      bookedAt: entry.bookedAt.toISOString(),
      month: entry.month,
      ref: entry.ref,
      reason: entry.reason,
      seq: entry.seq,
      hash: entry.hash,
      ...defined({ campaignId, limited: limitedBy && limitedText(limitedBy, deltaTenths), late: entry.late }),
      ...defined({ appeal: appeal && viewOutcome(appeal), appealUntil: until }),
    };
  });
}

const viewOutcome = ({ _id: id, status, decision }: pointsAppeals.PointsAppealDoc) => ({
  id,
  status,
  ...defined({ accept: decision?.accept, reason: decision?.reason }),
});
