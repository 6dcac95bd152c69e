import type { z } from 'zod';
import type { EntryView } from '../../contract/points';
import { limitedText, pointsOf } from '../../domain/points';
import { formulaOf } from '../../domain/points-rules';
import { defined } from '../kit/defined';
import type { PointsEntryDoc } from '../store/points-entries';
import * as pointsRules from '../store/points-rules';

/** Entries with the rule and the formula that each was paid by. */
export async function viewEntries(entries: readonly PointsEntryDoc[]): Promise<z.infer<typeof EntryView>[]> {
  const ruleBy = await pointsRules.versionsBy([...new Set(entries.map(({ rule }) => rule))]);
  return entries.map((entry) => {
    const rule = ruleBy(entry.rule, entry.ruleVersion);
    const { limitedBy, deltaTenths, campaignId } = entry;
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
    };
  });
}
