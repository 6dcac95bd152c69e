/**
 * The one writer of points: an entry, the end of its representative's chain and the sums of the board change together, in
 * the transaction of the event that pays. Two bookings of one representative at once meet at the end of the chain: the
 * second runs again and sees the first, so that no cap is passed and no place in the chain is given twice.
 */
import {
  askedOf,
  assess,
  deedKey,
  entryKey,
  periodsOf,
  takeBackRound,
  type Amount,
  type EntryKind,
  type Ref,
} from '../../domain/points';
import { isOfAppeal } from '../../domain/points-appeal';
import type { RuleBook, RuleCode } from '../../domain/points-rules';
import { shanghaiDay, shanghaiMonth } from '../../domain/time';
import type { Tx } from './database';
import { hashOf } from './points-chain';
import { openEarnings, type Earnings } from './points-earned';
import { entries, heads, standingId, standings, type PointsEntryDoc, type StandingDoc } from './points-entries';
import { accountingMonths, meetClosing } from './points-months';
import * as pointsRules from './points-rules';

export interface NewEntry {
  id: string;
  rule: RuleCode;
  representativeId: string;
  groupId: string;
  /** Before caps; one unit of the rule where nothing is said. */
  amount?: Amount;
  /** When the deed was done. */
  at: Date;
  /** When it is booked; where nothing is said, at once. */
  bookedAt?: Date | undefined;
  campaignId?: string | undefined;
  ref: Ref;
  reason: string;
  by: string;
  /** The same deed paid again, as of a wish that was reopened: only where a reversal took it all back. */
  round?: number | undefined;
}

/** One line to write, before its amount is bounded and its place in the chain is known. */
interface Line extends Omit<NewEntry, 'round'> {
  kind: EntryKind;
  round: number;
  /** For a reversal, what it takes back: no cap concerns it. */
  exactTenths?: number;
  /** For a counter-entry, what the deed's payment asked for. */
  paidAmount?: Amount | undefined;
}

/** Pays one deed once. An entry of 0 is kept too: the person sees that the deed was counted and that a cap was reached. */
export const payOnce = (entry: NewEntry, tx: Tx): Promise<void> => payManyOnce([entry], tx);

/** In the order of the deeds' dates, so that a cap is reached by the same deed whichever way a ledger is sorted. */
const byDate = (a: NewEntry, b: NewEntry): number =>
  a.at.getTime() - b.at.getTime() || (a.ref.label < b.ref.label ? -1 : Number(a.ref.label > b.ref.label));

/** Pays each deed once, all by the same rules and caps; says nothing of those that have been paid. */
export async function payManyOnce(asked: readonly NewEntry[], tx: Tx): Promise<void> {
  const lines = [...asked].sort(byDate).map((entry): Line => ({ ...entry, kind: 'paid', round: entry.round ?? 0 }));
  await write(await withoutWritten(lines, tx), tx);
}

interface Paid {
  rule: RuleCode;
  representativeId: string;
  ref: Pick<Ref, 'kind' | 'id'>;
}

interface Counter {
  id: string;
  /** When it is taken back. */
  at: Date;
  reason: string;
  by: string;
}

/** Takes back all that a deed has been paid by one counter-entry, once for each `round`; nothing when it was never paid. */
export async function reverseOnce(paid: Paid, counter: Counter, tx: Tx, round = 0): Promise<void> {
  const deed = await readPaid(paid, tx);
  if (!deed || deed.written.some(({ key }) => key === entryKey(deed.key, 'reversal', round))) return;
  // What an appeal has taken back or paid anew stays so, whatever the event's own counter-entries say.
  if (!isTakenBack(deed)) await write([reversalOf(deed, counter, round)], tx);
}

/** Takes it back as a deduction does, whatever befell it before; nothing when it was never paid or is taken back. */
export async function takeBack(paid: Paid, counter: Counter, tx: Tx): Promise<void> {
  const deed = await readPaid(paid, tx);
  if (deed && !isTakenBack(deed)) await write([reversalOf(deed, counter, takeBackRound(deed.last))], tx);
}

/** Pays again, within the caps, what an event or a deduction has taken back, once; what an appeal has decided stays so. */
export async function restoreOnce(paid: Paid, counter: Counter, tx: Tx): Promise<void> {
  const deed = await readPaid(paid, tx);
  if (!deed || !isTakenBack(deed) || isOfAppeal(deed.last)) return;
  await write([{ ...deed.line, ...laterThan(counter), kind: 'restored', round: deed.last.round }], tx);
}

type Deed = NonNullable<Awaited<ReturnType<typeof readDeed>>>;

const readPaid = ({ rule, representativeId, ref }: Paid, tx: Tx) => readDeed(deedKey(rule, representativeId, ref), tx);

const isTakenBack = ({ last }: Deed): boolean => last.kind === 'reversal';

/** Counter-entries belong to the deed's own day and, unless that was frozen, to its accounting month. */
const laterThan = ({ at: bookedAt, ...facts }: Counter) => ({ ...facts, bookedAt });

const reversalOf = (deed: Deed, counter: Counter, round: number): Line => ({
  ...deed.line,
  ...laterThan(counter),
  ...{ kind: 'reversal', round, exactTenths: -deed.net },
});

/** All that has been written of a deed, and what a counter-entry has of its payment; null when it was never paid. */
async function readDeed(key: string, tx: Tx) {
  const written = await (await entries()).find({ deed: key }, { session: tx }).sort({ seq: 1 }).toArray();
  const paid = written.filter(({ kind }) => kind === 'paid').at(-1);
  const last = written.at(-1);
  if (!paid || !last) return null;
  const { rule, representativeId, groupId, ref, at, campaignId, how, askedTenths: tenths, amount } = paid;
  return {
    key,
    written,
    last,
    net: written.reduce((sum, { deltaTenths }) => sum + deltaTenths, 0),
    line: { rule, representativeId, groupId, ref, at, campaignId, amount: { tenths, how }, paidAmount: amount },
  };
}

/**
 * Makes a deed that was paid worth this, whatever befell it before, once for each `round`: what it has is taken back, and
 * the new amount is paid. Answers the tenths that the caps leave of it.
 */
export async function settleOnce(
  key: string,
  amount: { tenths: number; how: string },
  { at: bookedAt, paidId, ...counter }: Counter & { paidId: string },
  tx: Tx,
  round: number,
): Promise<number> {
  const deed = await readDeed(key, tx);
  if (!deed) return 0;
  const isWritten = deed.written.some((entry) => entry.round === round);
  const line = { ...deed.line, ...counter, bookedAt, round };
  if (!isWritten && !isTakenBack(deed)) {
    await write([{ ...line, kind: 'reversal', exactTenths: -deed.net }], tx);
  }
  if (amount.tenths === 0) return 0;
  if (!isWritten) await write([{ ...line, id: paidId, kind: 'paid', amount }], tx);
  return (await readDeed(key, tx))?.net ?? 0;
}

const lineKey = ({ rule, representativeId, ref, kind, round }: Line): string =>
  entryKey(deedKey(rule, representativeId, ref), kind, round);

/** Those that have not been written yet, neither before nor twice among these, nor stand as they were paid. */
async function withoutWritten(lines: readonly Line[], tx: Tx): Promise<Line[]> {
  if (lines.length === 0) return [];
  const deedOf = ({ rule, representativeId, ref }: Line): string => deedKey(rule, representativeId, ref);
  const written = await (
    await entries()
  )
    .find({ deed: { $in: lines.map(deedOf) } }, { session: tx, projection: { key: 1, deed: 1, kind: 1 } })
    .sort({ deed: 1, seq: 1 })
    .toArray();
  const seen = new Set(written.map(({ key }) => key));
  const last = new Map(written.map(({ deed, kind }) => [deed, kind]));
  return lines.filter((line) => {
    const key = lineKey(line);
    const stands = line.round > 0 && (last.get(deedOf(line)) ?? 'reversal') !== 'reversal';
    return !seen.has(key) && !stands && seen.add(key);
  });
}

async function write(lines: readonly Line[], tx: Tx): Promise<void> {
  if (lines.length === 0) return;
  const rules = [...new Set(lines.map(({ rule }) => rule))];
  const bookOn = await pointsRules.openBook(rules, tx);
  const monthOf = await accountingMonths(lines, tx);
  const earnings = await openEarnings(
    {
      people: [...new Set(lines.map(({ representativeId }) => representativeId))],
      rules,
      years: [...new Set(lines.map((line) => monthOf(line).slice(0, 4)))],
    },
    tx,
  );
  const docs = lines.flatMap((line) => {
    const doc = entryOf(line, bookOn(shanghaiDay(line.at)), monthOf(line), earnings);
    if (doc) earnings.add(doc);
    return doc ? [doc] : [];
  });
  if (docs.length === 0) return;
  await meetClosing(docs, tx);
  await keep(docs, tx);
}

/** null where no rule of that code held on the deed's day. */
function entryOf(line: Line, book: RuleBook, month: string, earnings: Earnings): PointsEntryDoc | null {
  const rule = book.rules.get(line.rule);
  if (!rule) return null;
  const { id, exactTenths, amount = { units: 1 }, paidAmount, campaignId, bookedAt = line.at, ...facts } = line;
  const { tenths: askedTenths, how } = askedOf(rule, amount);
  const kept = line.kind === 'paid' ? amount : paidAmount;
  const deed = deedKey(line.rule, line.representativeId, line.ref);
  const place = { representativeId: line.representativeId, day: shanghaiDay(line.at), month, deed };
  const granted =
    exactTenths === undefined
      ? assess(
          rule,
          book.scheme,
          askedTenths,
          earnings.earned(rule, place),
          earnings.present(line.representativeId, month),
        )
      : { tenths: exactTenths };
  const head = earnings.headOf(line.representativeId);
  const chained = {
    ...facts,
    key: lineKey(line),
    ruleVersion: rule.version,
    deltaTenths: granted.tenths,
    bookedAt,
    month,
    how,
    seq: head.seq + 1,
    ...(campaignId === undefined ? {} : { campaignId }),
  };
  return {
    ...chained,
    _id: id,
    deed,
    part: rule.part,
    askedTenths,
    ...(kept === undefined ? {} : { amount: kept }),
    ...(granted.limitedBy === undefined ? {} : { limitedBy: granted.limitedBy }),
    day: place.day,
    year: month.slice(0, 4),
    ...(month === shanghaiMonth(line.at) ? {} : { late: true }),
    prevHash: head.hash,
    hash: hashOf(head.hash, chained),
  };
}

/** How an entry changes the count of deeds: what was granted nothing for its own sake is none, a deduction neither. */
export const deedsOf = ({ part, kind, askedTenths }: Pick<PointsEntryDoc, 'part' | 'kind' | 'askedTenths'>): number => {
  if (part === 'deduction' || askedTenths <= 0) return 0;
  return kind === 'reversal' ? -1 : 1;
};

/** The sums that an entry belongs to: the person's and the group's, in each of its periods. */
export function standingsOf(
  entry: Pick<PointsEntryDoc, 'representativeId' | 'groupId' | 'month' | 'campaignId'>,
): Pick<StandingDoc, '_id' | 'by' | 'period' | 'ownerId'>[] {
  const owners = [
    { by: 'representative', ownerId: entry.representativeId },
    { by: 'group', ownerId: entry.groupId },
  ] as const;
  return owners.flatMap(({ by, ownerId }) =>
    periodsOf(entry).map((period) => ({ _id: standingId(by, period, ownerId), by, period, ownerId })),
  );
}

async function keep(docs: readonly PointsEntryDoc[], tx: Tx): Promise<void> {
  const ends = new Map(docs.map(({ representativeId, seq, hash }) => [representativeId, { seq, hash }]));
  await (
    await heads()
  ).bulkWrite(
    [...ends].map(([_id, end]) => ({ updateOne: { filter: { _id }, update: { $set: end }, upsert: true } })),
    { session: tx },
  );
  await (await entries()).insertMany([...docs], { session: tx });
  const moves = new Map<string, { standing: ReturnType<typeof standingsOf>[number]; by: Record<string, number> }>();
  for (const doc of docs) {
    for (const standing of standingsOf(doc)) {
      const by = moves.get(standing._id)?.by ?? {};
      const change = { tenths: doc.deltaTenths, [`parts.${doc.part}`]: doc.deltaTenths, deeds: deedsOf(doc) };
      for (const [path, more] of Object.entries(change)) by[path] = (by[path] ?? 0) + more;
      moves.set(standing._id, { standing, by });
    }
  }
  const writes = [...moves.values()].map(({ standing: { _id, ...standing }, by }) => ({
    updateOne: { filter: { _id }, update: { $inc: by, $setOnInsert: standing }, upsert: true },
  }));
  await (await standings()).bulkWrite(writes, { session: tx });
}
