/** awards: 最美代表 of a year, from the plan to the decision. */
import type { AwardCandidate, AwardPlan, AwardStatus } from '../../domain/award';
import { DomainError } from '../../domain/errors';
import { updateOf, type Change } from './change';
import { after, pageFrom, type Page } from './cursor';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

export interface AwardWinner {
  representativeId: string;
  name: string;
  groupId: string;
}

interface Signature {
  accountId: string;
  who: string;
  at: Date;
}

export interface AwardNomination {
  representativeId: string;
  name: string;
  groupId: string;
  reason: string;
  proposed: Signature;
  signed?: Signature;
}

/** 纪律核查: counts once another of the office has confirmed it. */
export interface AwardCheck {
  representativeId: string;
  clear: boolean;
  reason: string;
  by: Signature;
  confirmed?: Signature;
}

/** 事迹简介, as 公示 will say it. */
export interface AwardSummary {
  representativeId: string;
  text: string;
  by: Signature;
}

export interface AwardVote extends Signature {
  chosen: string[];
  note?: string;
}

/** Whom 公示 names; who is taken off stays with the reason. */
export interface Announced extends AwardWinner {
  groupName: string;
  summary: string;
  from: Date;
  until: Date;
  removed?: { reason: string; who: string; at: Date };
}

export interface AwardEvent extends Signature {
  what: string;
  note?: string;
}

export interface AwardDoc {
  _id: string;
  /** '2026年度最美代表' */
  name: string;
  year: string;
  status: AwardStatus;
  plan: AwardPlan;
  publishedAt: Date;
  /** The frozen year that the candidates were drawn from: the digest of every chain's head. */
  frozen?: { at: Date; entries: number; heads: string; drawnAt: Date };
  candidates: AwardCandidate[];
  /** What was open about a candidate's points when last looked at. */
  flags: { representativeId: string; text: string }[];
  nominations: AwardNomination[];
  checks: AwardCheck[];
  summaries?: AwardSummary[];
  votes: AwardVote[];
  announced: Announced[];
  /** How often 公示 has begun. */
  round: number;
  openObjections: number;
  noticeUntil?: Date;
  /** When the clock has to say that 公示 is over. */
  dueAt?: Date;
  winners: AwardWinner[];
  decision?: { minuteNumber: string; day: string; at: Date; who: string };
  cancelled?: { reason: string; who: string; at: Date };
  /** Its own id once it is cancelled: what was cancelled leaves its name to another. */
  cancelledId?: string;
  timeline: AwardEvent[];
  rev: number;
}

export const awards = collection<AwardDoc>('awards', [
  { key: { publishedAt: -1, _id: -1 }, name: 'newest' },
  { key: { year: 1, name: 1, cancelledId: 1 }, name: 'name', unique: true },
  { key: { 'winners.representativeId': 1, year: 1 }, name: 'winner' },
  { key: { dueAt: 1 }, name: 'due', sparse: true },
]);

/** Those that were decided for this representative. */
export async function decidedFor(representativeId: string): Promise<AwardDoc[]> {
  return (await awards())
    .find({ 'winners.representativeId': representativeId, status: 'decided' })
    .sort({ year: 1 })
    .toArray();
}

export async function get(id: string, tx?: Tx): Promise<AwardDoc> {
  const award = await (await awards()).findOne({ _id: id }, tx ? { session: tx } : {});
  if (!award) throw new DomainError('NOT_FOUND', { message: '没有找到这次评选' });
  return award;
}

/** Throws DUPLICATE where the year has one of this name. */
export async function insert(award: AwardDoc, tx: Tx): Promise<void> {
  try {
    await (await awards()).insertOne(award, { session: tx });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new DomainError('DUPLICATE', { message: `${award.year}年度已经公布过“${award.name}”，请打开它办理` });
  }
}

export type AwardChange = Change<AwardDoc>;

/** Makes one move if nobody moved first, and answers the award as it now is; null when somebody did. */
export async function moveIn(
  { _id, status, rev }: AwardDoc,
  change: AwardChange,
  event: AwardEvent,
  tx: Tx,
): Promise<AwardDoc | null> {
  return (await awards()).findOneAndUpdate(
    { _id, status, rev },
    { ...updateOf(change), $inc: { rev: 1 }, $push: { timeline: event } },
    { session: tx, returnDocument: 'after' },
  );
}

/** The last published first. */
export async function listPage(cursor: string | undefined, limit: number): Promise<Page<AwardDoc>> {
  const read = await (
    await awards()
  )
    .find(after<AwardDoc>('publishedAt', cursor), {
      projection: { timeline: 0, candidates: 0, nominations: 0, checks: 0, summaries: 0, votes: 0, announced: 0 },
    })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ _id, publishedAt }) => ({ at: publishedAt, id: _id }));
}

/** Those whose 公示 is over and of which nobody has been told. */
export async function listDue(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const due = await (
    await awards()
  )
    .find({ dueAt: { $lt: now }, _id: { $nin: [...except] } }, { projection: { _id: 1 } })
    .limit(limit)
    .toArray();
  return due.map(({ _id }) => _id);
}

/** Takes the clock's mark away, so that it is said once; answers the award where it was still there. */
export async function settleDue(id: string, now: Date, tx: Tx): Promise<AwardDoc | null> {
  return (await awards()).findOneAndUpdate(
    { _id: id, dueAt: { $lt: now } },
    { $unset: { dueAt: '' } },
    { session: tx, returnDocument: 'after' },
  );
}
