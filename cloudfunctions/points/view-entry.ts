import type { z } from 'zod';
import type { EntryView } from '../../contract/points';
import { pointsOf, pointsRules } from '../../domain/points';
import type { PointsEntryDoc } from '../store/points-entries';

/** An entry with the rule and the formula that it was paid by. */
export function viewEntry(entry: PointsEntryDoc): z.infer<typeof EntryView> {
  const { name, formula } = pointsRules[entry.rule];
  return {
    id: entry._id,
    rule: entry.rule,
    ruleVersion: entry.ruleVersion,
    ruleName: name,
    formula,
    delta: pointsOf(entry.deltaTenths),
    at: entry.at.toISOString(),
    month: entry.month,
    ref: entry.ref,
    reason: entry.reason,
  };
}
