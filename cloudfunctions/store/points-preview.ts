/** What a preview of other rules reads: the entries of one month, and of their people what they had before it. */
import type { PreviewEntry, Person } from '../../domain/points-preview';
import { presentIn } from '../../domain/absence';
import type { RuleCode, RulePart } from '../../domain/points-rules';
import * as absences from './absences';
import { entries, standingId, standings, type PointsEntryDoc } from './points-entries';

/** How many people are looked up at once. */
const BATCH = 200;

type Read = PreviewEntry & Pick<PointsEntryDoc, 'representativeId' | 'seq'>;

const projection = Object.fromEntries(
  ['representativeId', 'rule', 'part', 'kind', 'deed', 'day', 'seq', 'askedTenths', 'deltaTenths', 'amount'].map(
    (field) => [field, 1],
  ),
);

const monthsBefore = (month: string): string[] =>
  Array.from(
    { length: Number(month.slice(5, 7)) - 1 },
    (_, index) => `${month.slice(0, 5)}${String(index + 1).padStart(2, '0')}`,
  );

/** What each had by part in the months before, within the year. */
async function partsBefore(people: readonly string[], month: string): Promise<Map<string, Person['earlier']['parts']>> {
  const ids = people.flatMap((id) => monthsBefore(month).map((one) => standingId('representative', one, id)));
  const byPerson = new Map<string, Partial<Record<RulePart, number>>>();
  const found = (await standings()).find({ _id: { $in: ids } }, { projection: { ownerId: 1, parts: 1 } });
  for await (const { ownerId, parts = {} } of found) {
    const sums = byPerson.get(ownerId) ?? {};
    for (const [part, tenths] of Object.entries(parts) as [RulePart, number][]) sums[part] = (sums[part] ?? 0) + tenths;
    byPerson.set(ownerId, sums);
  }
  return byPerson;
}

interface SumDoc {
  _id: { representativeId: string; rule: RuleCode };
  tenths: number;
}

/** What each had by these rules in the months before, within the year. */
async function rulesBefore(people: readonly string[], rules: readonly RuleCode[], month: string) {
  const byPerson = new Map<string, Map<RuleCode, number>>();
  if (rules.length === 0) return byPerson;
  const match = {
    representativeId: { $in: [...people] },
    rule: { $in: [...rules] },
    year: month.slice(0, 4),
    month: { $lt: month },
  };
  const group = { _id: { representativeId: '$representativeId', rule: '$rule' }, tenths: { $sum: '$deltaTenths' } };
  const sums = (await entries()).aggregate<SumDoc>([{ $match: match }, { $group: group }], { hint: 'caps' });
  for await (const { _id, tenths } of sums) {
    const own = byPerson.get(_id.representativeId) ?? new Map<RuleCode, number>();
    byPerson.set(_id.representativeId, own.set(_id.rule, tenths));
  }
  return byPerson;
}

/** What these deeds had come to in the months before, within the year. */
async function deedsBefore(deeds: readonly string[], month: string): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  if (deeds.length === 0) return sums;
  const found = (await entries()).find(
    { deed: { $in: [...deeds] }, year: month.slice(0, 4), month: { $lt: month } },
    { projection: { deed: 1, deltaTenths: 1 } },
  );
  for await (const { deed, deltaTenths } of found) sums.set(deed, (sums.get(deed) ?? 0) + deltaTenths);
  return sums;
}

/** The month's entries by these rules, by person. */
async function entriesOf(month: string, rules: readonly RuleCode[]): Promise<Map<string, Read[]>> {
  const found = (await entries())
    .find<Read>({ month, rule: { $in: [...rules] } }, { hint: 'month', projection })
    .batchSize(2000);
  const byPerson = new Map<string, Read[]>();
  for await (const entry of found) {
    const own = byPerson.get(entry.representativeId);
    if (own) own.push(entry);
    else byPerson.set(entry.representativeId, [entry]);
  }
  return byPerson;
}

interface Asked {
  month: string;
  rules: readonly RuleCode[];
  /** Those of them that have a cap by year, and by thing, in the one set of rules or the other. */
  yearCapped: readonly RuleCode[];
  thingCapped: readonly RuleCode[];
}

/** Everybody who has entries by these rules in the month: its entries lie in memory, what went before is summed by batches. */
export async function* eachPerson({
  month,
  rules,
  yearCapped,
  thingCapped,
}: Asked): AsyncGenerator<Person & { representativeId: string }> {
  const all = [...(await entriesOf(month, rules))];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const people = batch.map(([id]) => id);
    const asked = batch.flatMap(([, own]) =>
      own.filter(({ kind, rule }) => kind !== 'paid' || thingCapped.includes(rule)).map(({ deed }) => deed),
    );
    const [byRule, byPart, deeds, away] = await Promise.all([
      rulesBefore(people, yearCapped, month),
      partsBefore(people, month),
      deedsBefore(asked, month),
      absences.confirmedOf(people),
    ]);
    for (const [representativeId, own] of batch) {
      yield {
        representativeId,
        entries: own.sort((a, b) => a.seq - b.seq),
        earlier: { rules: byRule.get(representativeId) ?? new Map(), parts: byPart.get(representativeId) ?? {}, deeds },
        present: presentIn(month, away.get(representativeId) ?? []),
      };
    }
  }
}
