/**
 * 试算: what a month's entries of one person would be worth by other rules. Both sides are reckoned anew by the same
 * arithmetic (domain/points) in the order of booking, so that the difference is the rules' alone.
 */
import { assess, askedOf, type Amount, type EntryKind, type Present } from './points';
import type { PointsRule, RuleBook, RuleCode, RulePart } from './points-rules';

/** What is known of an entry. `amount` is missing where it was booked before amounts were kept. */
export interface PreviewEntry {
  rule: RuleCode;
  part: RulePart;
  kind: EntryKind;
  deed: string;
  day: string;
  askedTenths: number;
  deltaTenths: number;
  amount?: Amount;
}

/** What the person had in the same year before the month. */
export interface Earlier {
  rules: ReadonlyMap<RuleCode, number>;
  parts: Partial<Record<RulePart, number>>;
  deeds: ReadonlyMap<string, number>;
}

export interface Person {
  /** Of the month, in the order of booking. */
  entries: readonly PreviewEntry[];
  earlier: Earlier;
  present: Present;
}

type BookOn = (day: string) => RuleBook;

/** What the deed asks for by this rule; as it was where the rule no longer says, as of a grade that is gone. */
function askedBy(rule: PointsRule, { amount, askedTenths }: PreviewEntry): number {
  if (!amount) return askedTenths;
  if ('grade' in amount && !rule.grades?.some(({ name }) => name === amount.grade)) return askedTenths;
  return askedOf(rule, amount).tenths;
}

/** Tenths by rule: what the month comes to. */
export function reckon({ entries, earlier, present }: Person, bookOn: BookOn): Map<RuleCode, number> {
  const sums = new Map<string, number>();
  const of = (key: string): number => sums.get(key) ?? 0;
  const byRule = new Map<RuleCode, number>();
  for (const entry of entries) {
    const tenths = worth(entry, bookOn(entry.day));
    for (const key of [`${entry.rule} ${entry.day}`, entry.rule, entry.deed, entry.part])
      sums.set(key, of(key) + tenths);
    byRule.set(entry.rule, (byRule.get(entry.rule) ?? 0) + tenths);
  }
  return byRule;

  function worth(entry: PreviewEntry, book: RuleBook): number {
    const { kind, deed, part, day } = entry;
    const before = earlier.deeds.get(deed);
    const ofDeed = (before ?? 0) + of(deed);
    // What was paid in another year is not known here: it is taken back as it was.
    if (kind === 'reversal') return before === undefined && !sums.has(deed) ? entry.deltaTenths : -ofDeed;
    const rule = book.rules.get(entry.rule);
    if (!rule) return 0;
    const earned = {
      day: of(`${rule.code} ${day}`),
      month: of(rule.code),
      year: (earlier.rules.get(rule.code) ?? 0) + of(rule.code),
      thing: ofDeed,
      part: (earlier.parts[part] ?? 0) + of(part),
    };
    return assess(rule, book.scheme, askedBy(rule, entry), earned, present).tenths;
  }
}

export interface Compared {
  before: number;
  after: number;
}

/** Tenths by rule before and after, for whoever has entries. */
export function compare(person: Person, oldOn: BookOn, newOn: BookOn): Map<RuleCode, Compared> {
  const [old, other] = [reckon(person, oldOn), reckon(person, newOn)];
  return new Map([...old].map(([code, before]) => [code, { before, after: other.get(code) ?? 0 }]));
}

/** The rules whose entries have to be reckoned: those that change, and those that share a part's cap with them. */
export function rulesConcerned(
  changed: readonly RuleCode[],
  all: readonly Pick<PointsRule, 'code' | 'part'>[],
  schemes: readonly Pick<RuleBook['scheme'], 'partCaps'>[],
): RuleCode[] {
  const partOf = new Map(all.map(({ code, part }) => [code, part]));
  const caps = (part: RulePart) => schemes.map(({ partCaps }) => partCaps[part]);
  const isConcerned = (part: RulePart): boolean => {
    const ofPart = caps(part);
    const isCapped = ofPart.some((cap) => cap !== undefined);
    return (isCapped && changed.some((code) => partOf.get(code) === part)) || new Set(ofPart).size > 1;
  };
  return all.filter(({ code, part }) => changed.includes(code) || isConcerned(part)).map(({ code }) => code);
}
