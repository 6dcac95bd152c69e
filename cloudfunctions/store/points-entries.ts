/**
 * pointsEntries and standings: append-only entries under a unique key, and in the same transaction the sums that the
 * board reads. Tenths of a point throughout (domain/points).
 */
import { entryKey, pointsRules, withinCaps, type EarnedTenths, type PointsRuleCode } from '../../domain/points';
import { shanghaiDay, shanghaiMonth, shanghaiYear } from '../../domain/time';
import { collection, type Tx } from './database';
import { after, pageFrom, type Page } from './cursor';

export interface PointsEntryDoc {
  _id: string;
  /** Rule, thing and person: what makes a retry pay once. */
  key: string;
  representativeId: string;
  groupId: string;
  rule: PointsRuleCode;
  ruleVersion: number;
  deltaTenths: number;
  at: Date;
  day: string;
  month: string;
  year: string;
  ref: { kind: 'wish' | 'post'; id: string; label: string };
  reason: string;
  /** The account whose act paid, or 'system'. */
  by: string;
}

export interface StandingDoc {
  /** '<by>:<period>:<id>' */
  _id: string;
  by: 'representative' | 'group';
  period: string;
  ownerId: string;
  tenths: number;
}

export const entries = collection<PointsEntryDoc>('pointsEntries', [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { representativeId: 1, at: -1, _id: -1 }, name: 'representative' },
  { key: { representativeId: 1, rule: 1, year: 1 }, name: 'caps' },
  { key: { at: 1, _id: 1 }, name: 'at' },
  { key: { groupId: 1, at: 1, _id: 1 }, name: 'groupAt' },
]);

export const standings = collection<StandingDoc>('standings', [
  { key: { by: 1, period: 1, tenths: -1, ownerId: 1 }, name: 'board' },
]);

/** Behind the key of what a counter-entry takes back. */
const REVERSAL = ':reversal';
/** Behind the key of what gives it again. */
const RESTORED = ':restored';

export interface NewEntry {
  id: string;
  rule: PointsRuleCode;
  representativeId: string;
  groupId: string;
  tenths: number;
  at: Date;
  ref: PointsEntryDoc['ref'];
  reason: string;
  by: string;
}

async function earned(entry: NewEntry, tx: Tx): Promise<EarnedTenths> {
  const [day, month, year] = [shanghaiDay(entry.at), shanghaiMonth(entry.at), shanghaiYear(entry.at)];
  const ofYear = (await entries()).find(
    { representativeId: entry.representativeId, rule: entry.rule, year },
    { session: tx, projection: { day: 1, month: 1, deltaTenths: 1 } },
  );
  const sum: EarnedTenths = { day: 0, month: 0, year: 0 };
  for await (const { deltaTenths, ...when } of ofYear) {
    sum.year += deltaTenths;
    if (when.month === month) sum.month += deltaTenths;
    if (when.day === day) sum.day += deltaTenths;
  }
  return sum;
}

/** The sums that an entry belongs to: the person's and the group's, for its month, its year and all time. */
export function standingsOf(entry: PointsEntryDoc): Pick<StandingDoc, '_id' | 'by' | 'period' | 'ownerId'>[] {
  const owners = [
    { by: 'representative', ownerId: entry.representativeId },
    { by: 'group', ownerId: entry.groupId },
  ] as const;
  return owners.flatMap(({ by, ownerId }) =>
    [entry.month, entry.year, 'all'].map((period) => ({ _id: `${by}:${period}:${ownerId}`, by, period, ownerId })),
  );
}

async function moveStandings(entry: PointsEntryDoc, tx: Tx): Promise<void> {
  for (const { _id, ...standing } of standingsOf(entry)) {
    await (
      await standings()
    ).updateOne(
      { _id },
      { $inc: { tenths: entry.deltaTenths }, $setOnInsert: standing },
      { upsert: true, session: tx },
    );
  }
}

export function entryDoc(entry: NewEntry, key: string, deltaTenths: number): PointsEntryDoc {
  const { id, tenths: _asked, ...rest } = entry;
  return {
    ...rest,
    _id: id,
    key,
    ruleVersion: pointsRules[entry.rule].version,
    deltaTenths,
    day: shanghaiDay(entry.at),
    month: shanghaiMonth(entry.at),
    year: shanghaiYear(entry.at),
  };
}

async function append(entry: NewEntry, key: string, deltaTenths: number, tx: Tx): Promise<void> {
  const doc = entryDoc(entry, key, deltaTenths);
  await (await entries()).insertOne(doc, { session: tx });
  await moveStandings(doc, tx);
}

/**
 * Pays one deed once, within the rule's caps, inside the transaction of the event that pays it. An entry of 0 is kept
 * too: the person sees that the deed was counted and that a cap was reached.
 */
export async function payOnce(entry: NewEntry, tx: Tx): Promise<void> {
  const key = entryKey(entry.rule, entry.representativeId, entry.ref);
  if (await (await entries()).findOne({ key }, { session: tx, projection: { _id: 1 } })) return;
  await append(entry, key, withinCaps(pointsRules[entry.rule], entry.tenths, await earned(entry, tx)), tx);
}

interface Paid {
  rule: PointsRuleCode;
  representativeId: string;
  ref: { kind: 'wish' | 'post'; id: string };
}

type Counter = Pick<NewEntry, 'id' | 'at' | 'reason' | 'by'>;

/** Reverses what a deed was paid by a counter-entry, once for each `round`; nothing when it was never paid. */
export async function reverseOnce(paid: Paid, counter: Counter, tx: Tx, round = 0): Promise<void> {
  await counterOnce(paid, counter, { behind: roundOf(REVERSAL, round), factor: -1 }, tx);
}

/** Pays again what the reversal of this `round` took back, once. */
export async function restoreOnce(paid: Paid, counter: Counter, tx: Tx, round: number): Promise<void> {
  await counterOnce(paid, counter, { behind: roundOf(RESTORED, round), factor: 1 }, tx);
}

const roundOf = (behind: string, round: number): string => (round === 0 ? behind : `${behind}:${round}`);

async function counterOnce(
  paid: Paid,
  counter: Counter,
  { behind, factor }: { behind: string; factor: 1 | -1 },
  tx: Tx,
): Promise<void> {
  const key = entryKey(paid.rule, paid.representativeId, paid.ref);
  const entry = await (await entries()).findOne({ key }, { session: tx });
  const counterKey = `${key}${behind}`;
  if (!entry || (await (await entries()).findOne({ key: counterKey }, { session: tx }))) return;
  const { rule, representativeId, groupId, ref } = entry;
  const tenths = factor * entry.deltaTenths;
  await append({ ...counter, rule, representativeId, groupId, ref, tenths: 0 }, counterKey, tenths, tx);
}

export async function listByRepresentative(
  representativeId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PointsEntryDoc>> {
  const read = await (
    await entries()
  )
    .find({ representativeId, ...after<PointsEntryDoc>('at', cursor) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, (entry) => ({ at: entry.at, id: entry._id }));
}

export async function topStandings(by: StandingDoc['by'], period: string, limit: number): Promise<StandingDoc[]> {
  return (await standings()).find({ by, period }).sort({ tenths: -1, ownerId: 1 }).limit(limit).toArray();
}

export async function findStanding(
  by: StandingDoc['by'],
  period: string,
  ownerId: string,
): Promise<StandingDoc | null> {
  return (await standings()).findOne({ _id: `${by}:${period}:${ownerId}` });
}

/** How many stand above: those who tie share a rank. */
export async function countAbove(standing: Pick<StandingDoc, 'by' | 'period' | 'tenths'>): Promise<number> {
  const { by, period, tenths } = standing;
  return (await standings()).countDocuments({ by, period, tenths: { $gt: tenths } });
}

/** The key of the entry that this one takes back; null for one that takes back nothing. */
export function reversedKey({ key }: Pick<PointsEntryDoc, 'key'>): string | null {
  const at = key.search(new RegExp(`${REVERSAL}(:\\d+)?$`));
  return at < 0 ? null : key.slice(0, at);
}

/** Every entry of a span in the order of its days, one at a time. */
export async function* eachEntry(
  filter: { groupId?: string },
  within: { $gte?: Date; $lt?: Date } | undefined,
): AsyncGenerator<PointsEntryDoc> {
  yield* (await entries())
    .find({ ...filter, ...(within ? { at: within } : {}) })
    .sort({ at: 1, _id: 1 })
    .batchSize(200);
}

/** The ids of the entries with these keys. */
export async function idsByKey(keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await (await entries()).find({ key: { $in: [...keys] } }, { projection: { key: 1 } }).toArray();
  return new Map(found.map(({ key, _id }) => [key, _id]));
}
