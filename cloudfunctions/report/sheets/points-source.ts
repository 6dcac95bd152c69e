import { pointsOf } from '../../../domain/points';
import { ruleCodes } from '../../../domain/points-rules';
import { pointsColumns, type PointsRow } from '../../../domain/sheets/points';
import * as accounts from '../../store/accounts';
import * as groups from '../../store/groups';
import * as pointsEntries from '../../store/points-entries';
import * as pointsRules from '../../store/points-rules';
import * as representatives from '../../store/representatives';
import { collectedWithin } from '../span';
import { inBatches, type SheetQuery, type SheetSource } from './source';

const SYSTEM = '系统';

async function* rows({ groupId, span }: SheetQuery): AsyncGenerator<PointsRow> {
  const [people, groupNames] = await Promise.all([representatives.listEverybody(), groups.namesById()]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const entries = pointsEntries.eachEntry(groupId === undefined ? {} : { groupId }, collectedWithin(span));
  const ruleBy = await pointsRules.versionsBy(ruleCodes);
  let number = 0;
  for await (const batch of inBatches(entries)) {
    const [bookers, reversed] = await Promise.all([
      accounts.namesOf([...new Set(batch.map(({ by }) => by))]),
      pointsEntries.idsByKey(batch.flatMap((entry) => pointsEntries.reversedKey(entry) ?? [])),
    ]);
    for (const entry of batch) {
      number += 1;
      const taken = pointsEntries.reversedKey(entry);
      yield {
        number,
        at: entry.at,
        month: entry.month,
        representative: names.get(entry.representativeId) ?? '',
        group: groupNames.get(entry.groupId) ?? '',
        rule: entry.rule,
        ruleName: ruleBy(entry.rule, entry.ruleVersion).name,
        ruleVersion: entry.ruleVersion,
        delta: pointsOf(entry.deltaTenths),
        evidence: entry.ref.label,
        reason: entry.reason,
        bookedBy: bookers.get(entry.by) ?? SYSTEM,
        reverses: taken === null ? null : (reversed.get(taken) ?? null),
        seq: entry.seq,
        hash: entry.hash,
      };
    }
  }
}

export const pointsSource: SheetSource<PointsRow> = { columns: pointsColumns, isOfWishes: false, rows };
