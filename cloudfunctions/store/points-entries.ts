/**
 * pointsEntries, pointsHeads and standings: append-only entries under a unique key, chained by hash for each
 * representative, and in the same transaction the sums that the board reads (store/points-book writes all three).
 * Tenths of a point throughout (domain/points).
 */
import type { Condition, Document } from 'mongodb';
import { DomainError } from '../../domain/errors';
import type { Amount, EntryKind, LimitedBy, Ref } from '../../domain/points';
import type { RuleCode, RulePart } from '../../domain/points-rules';
import { collection, type Tx } from './database';
import { after, pageFrom, type Page } from './cursor';

export interface PointsEntryDoc {
  _id: string;
  /** Unique: what makes a retry pay once. */
  key: string;
  /** Rule, thing and person: what its counter-entries share with it. */
  deed: string;
  kind: EntryKind;
  round: number;
  representativeId: string;
  groupId: string;
  rule: RuleCode;
  ruleVersion: number;
  part: RulePart;
  /** Before caps. */
  askedTenths: number;
  /** What was asked for as the rule was asked, so that other rules can be asked the same; the hash does not cover it. */
  amount?: Amount;
  deltaTenths: number;
  limitedBy?: LimitedBy;
  /** When the deed was done; `day` is its Shanghai day. */
  at: Date;
  day: string;
  /** When it was booked. */
  bookedAt: Date;
  /** The accounting month: the deed's, or the present one where that was frozen (`late`). */
  month: string;
  year: string;
  late?: true;
  campaignId?: string;
  ref: Ref;
  /** The formula with the deed's own numbers: '中 4 分 × 基本满意 0.8'. */
  how: string;
  reason: string;
  /** The account whose act paid, or 'system'. */
  by: string;
  /** Place in the representative's chain, from 1. */
  seq: number;
  prevHash: string;
  hash: string;
}

/** Where a representative's chain ends. */
export interface PointsHeadDoc {
  /** The representative. */
  _id: string;
  seq: number;
  hash: string;
}

export interface StandingDoc {
  /** '<by>:<period>:<id>' */
  _id: string;
  by: 'representative' | 'group';
  period: string;
  ownerId: string;
  tenths: number;
  /** By 会议, 闭会, 附加 and 扣分. */
  parts?: Partial<Record<RulePart, number>>;
  /** Deeds paid and not taken back; deductions are none. */
  deeds?: number;
}

export const entries = collection<PointsEntryDoc>('pointsEntries', [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { representativeId: 1, seq: 1 }, name: 'chain', unique: true },
  { key: { representativeId: 1, bookedAt: -1, _id: -1 }, name: 'representative' },
  { key: { representativeId: 1, rule: 1, year: 1 }, name: 'caps' },
  { key: { deed: 1, seq: 1 }, name: 'deed' },
  { key: { at: 1, _id: 1 }, name: 'at' },
  { key: { groupId: 1, at: 1, _id: 1 }, name: 'groupAt' },
  { key: { month: 1, rule: 1 }, name: 'month' },
]);

export const heads = collection<PointsHeadDoc>('pointsHeads', []);

export const standings = collection<StandingDoc>('standings', [
  { key: { by: 1, period: 1, tenths: -1, ownerId: 1 }, name: 'board' },
  { key: { ownerId: 1, period: 1 }, name: 'owner' },
]);

export const standingId = (by: StandingDoc['by'], period: string, ownerId: string): string =>
  `${by}:${period}:${ownerId}`;

export async function find(id: string, tx?: Tx): Promise<PointsEntryDoc | null> {
  return (await entries()).findOne({ _id: id }, tx ? { session: tx } : {});
}

export async function get(id: string): Promise<PointsEntryDoc> {
  const entry = await find(id);
  if (!entry) throw new DomainError('NOT_FOUND', { message: '没有找到这条积分' });
  return entry;
}

export async function findByIds(ids: readonly string[]): Promise<Map<string, PointsEntryDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await entries()).find({ _id: { $in: [...ids] } }).toArray();
  return new Map(found.map((entry) => [entry._id, entry]));
}

/** Those of these entries whose deed is not taken back. */
export async function standingDeeds(ids: readonly string[], tx: Tx): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await (await entries()).find({ _id: { $in: [...ids] } }, { session: tx }).toArray();
  const written = await (
    await entries()
  )
    .find({ deed: { $in: found.map(({ deed }) => deed) } }, { session: tx })
    .sort({ deed: 1, seq: 1 })
    .toArray();
  const last = new Map(written.map(({ deed, kind }) => [deed, kind]));
  return new Set(found.filter(({ deed }) => last.get(deed) !== 'reversal').map(({ _id }) => _id));
}

/** The newest booked first. */
export async function listByRepresentative(
  representativeId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PointsEntryDoc>> {
  const read = await (
    await entries()
  )
    .find({ representativeId, ...after<PointsEntryDoc>('bookedAt', cursor) })
    .sort({ bookedAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, (entry) => ({ at: entry.bookedAt, id: entry._id }));
}

export async function topStandings(by: StandingDoc['by'], period: string, limit: number): Promise<StandingDoc[]> {
  return (await standings()).find({ by, period }).sort({ tenths: -1, ownerId: 1 }).limit(limit).toArray();
}

export async function findStanding(
  by: StandingDoc['by'],
  period: string,
  ownerId: string,
): Promise<StandingDoc | null> {
  return (await standings()).findOne({ _id: standingId(by, period, ownerId) });
}

/** How many stand above: those who tie share a rank. */
export async function countAbove(standing: Pick<StandingDoc, 'by' | 'period' | 'tenths'>): Promise<number> {
  const { by, period, tenths } = standing;
  return (await standings()).countDocuments({ by, period, tenths: { $gt: tenths } });
}

/** The key of the entry that this one takes back; null for one that takes back nothing. */
export const reversedKey = ({ kind, deed }: Pick<PointsEntryDoc, 'kind' | 'deed'>): string | null =>
  kind === 'reversal' ? deed : null;

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

/** Every entry of these representatives, or of all, chain by chain in its order; memory does not grow with their number. */
export async function* eachInChain(
  representativeId?: Condition<string>,
  projection?: Document,
  tx?: Tx,
): AsyncGenerator<PointsEntryDoc> {
  yield* (await entries())
    .find(representativeId === undefined ? {} : { representativeId }, {
      hint: 'chain',
      ...(projection ? { projection } : {}),
      ...(tx ? { session: tx } : {}),
    })
    .sort({ representativeId: 1, seq: 1 })
    .batchSize(2000);
}

/** The ids of the entries with these keys. */
export async function idsByKey(keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await (await entries()).find({ key: { $in: [...keys] } }, { projection: { key: 1 } }).toArray();
  return new Map(found.map(({ key, _id }) => [key, _id]));
}
