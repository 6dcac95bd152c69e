/**
 * wishes: the ledger. Every change is one conditional write on { _id, status, rev } that appends to the timeline,
 * in one transaction with the day's figures (and with points, where the change pays any).
 */
import type { Filter } from 'mongodb';
import type { Outcome } from '../../domain/outcome';
import { DomainError } from '../../domain/errors';
import { figuresOfWish } from '../../domain/rollup';
import { shanghaiDay } from '../../domain/time';
import {
  isPublicStatus,
  type Channel,
  type Category,
  type Claimer,
  type Difficulty,
  type Holder,
  type Rating,
  type Resolution,
  type Wish,
  type WishStatus,
} from '../../domain/wish';
import { collection, inTransaction, type Tx } from './database';
import { after, pageFrom, type Page } from './cursor';
import { isDuplicateKey } from './duplicate-key';
import * as rollups from './rollups';

export interface TimelineEvent {
  at: Date;
  /** 主体 + 职务; the account or representative behind it stays inside. */
  who: string;
  accountId?: string;
  what: string;
  note?: string;
  photos: string[];
}

export interface WishDoc {
  _id: string;
  code: string;
  rev: number;
  status: WishStatus;
  /** Kept beside the status so that one index serves the public wall. */
  public: boolean;
  category: Category;
  content: string;
  village: string;
  team?: string;
  groupId: string;
  channel: Channel;
  submitterId?: string;
  selfSubmitted: boolean;
  /** `masked` is what everybody may see; `sealed` holds name, phone and address as JSON (kit/seal). */
  wisher: { masked: string; sealed: string };
  consent: { showName: boolean; showPhoto: boolean };
  photos: string[];
  collectedBy?: { representativeId: string; name: string };
  /** When the wish was written down: the order of every list, and the day of its figures. */
  collectedAt: Date;
  difficulty: Difficulty;
  claimer?: Claimer;
  /** Days promised at review, counted from the claim. */
  dueDays?: number;
  dueAt?: Date;
  holder: Holder;
  outcomes: Outcome[];
  postOutcomes: { postId: string; outcomes: Outcome[] }[];
  result?: { note: string; photos: string[]; at: Date };
  rating?: Rating;
  resolved?: Resolution;
  comment?: string;
  /** Why it was rejected, merged, withdrawn or sent back for more. */
  reason?: string;
  mergedInto?: string;
  remark?: string;
  timeline: TimelineEvent[];
  reveals: { who: string; when: Date; why: string }[];
  terms: string[];
  clientToken?: string;
}

const newest = { collectedAt: -1, _id: -1 } as const;

const wishes = collection<WishDoc>('wishes', [
  { key: { code: 1 }, name: 'code', unique: true },
  {
    key: { submitterId: 1, clientToken: 1 },
    name: 'clientToken',
    unique: true,
    partialFilterExpression: { clientToken: { $exists: true } },
  },
  { key: newest, name: 'newest' },
  { key: { public: 1, ...newest }, name: 'public' },
  { key: { public: 1, category: 1, ...newest }, name: 'publicCategory' },
  { key: { public: 1, village: 1, ...newest }, name: 'publicVillage' },
  { key: { status: 1, ...newest }, name: 'status' },
  { key: { groupId: 1, ...newest }, name: 'group' },
  { key: { groupId: 1, status: 1, ...newest }, name: 'groupStatus' },
  { key: { submitterId: 1, ...newest }, name: 'submitter' },
  { key: { 'claimer.representativeId': 1, ...newest }, name: 'claimer' },
  { key: { status: 1, dueAt: 1 }, name: 'due' },
  { key: { terms: 1, ...newest }, name: 'terms' },
]);

export const asWish = (doc: WishDoc): Wish => ({ ...doc, id: doc._id });

export async function get(id: string): Promise<WishDoc> {
  const wish = await (await wishes()).findOne({ _id: id });
  if (!wish) throw new DomainError('NOT_FOUND', { message: '没有找到这个心愿，可能已被撤回' });
  return wish;
}

/** Inserts a new wish; the same submitter and clientToken again answer the one that is there. */
export async function insertOnce(wish: WishDoc, alongside?: (tx: Tx) => Promise<void>): Promise<WishDoc> {
  try {
    await inTransaction((tx) => insert(wish, tx, alongside));
    return wish;
  } catch (error) {
    if (!isDuplicateKey(error, 'clientToken') || wish.submitterId === undefined) throw error;
    const earlier = await findByClientToken(wish.submitterId, wish.clientToken ?? '');
    if (!earlier) throw error;
    return earlier;
  }
}

export async function insert(wish: WishDoc, tx: Tx, alongside?: (tx: Tx) => Promise<void>): Promise<void> {
  await (await wishes()).insertOne(wish, { session: tx });
  await rollups.move(shanghaiDay(wish.collectedAt), null, figuresOfWish(wish), tx);
  await alongside?.(tx);
}

export async function findByClientToken(submitterId: string, clientToken: string): Promise<WishDoc | null> {
  return (await wishes()).findOne({ submitterId, clientToken });
}

export async function findCodes(codes: readonly string[]): Promise<Set<string>> {
  const found = await (
    await wishes()
  )
    .find({ code: { $in: [...codes] } })
    .project<Pick<WishDoc, 'code'>>({ code: 1 })
    .toArray();
  return new Set(found.map((wish) => wish.code));
}

/** What a move sets; `null` removes a field. */
export type WishChange = { [Field in keyof WishDoc]?: WishDoc[Field] | null };

function applied(before: WishDoc, change: WishChange, event: TimelineEvent): WishDoc {
  const kept = Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
  const status = change.status ?? before.status;
  return {
    ...(kept as unknown as WishDoc),
    rev: before.rev + 1,
    public: isPublicStatus(status),
    timeline: [...before.timeline, event],
  };
}

/**
 * Makes one move if nobody moved first, and answers the wish as it now is; null when somebody did.
 * `alongside` writes what must be true together with the move, in the same transaction.
 */
export async function moveIfUnchanged(
  before: WishDoc,
  change: WishChange,
  event: TimelineEvent,
  alongside?: (tx: Tx, after: WishDoc) => Promise<void>,
): Promise<WishDoc | null> {
  const moved = applied(before, change, event);
  const entries = Object.entries({ ...change, public: moved.public });
  const set = Object.fromEntries(entries.filter(([, value]) => value !== null));
  const unset = Object.fromEntries(
    entries.filter(([, value]) => value === null).map(([field]) => [field, '' as const]),
  );
  return inTransaction(async (tx) => {
    const { matchedCount } = await (
      await wishes()
    ).updateOne(
      { _id: before._id, status: before.status, rev: before.rev },
      {
        $set: set,
        ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
        $inc: { rev: 1 },
        $push: { timeline: event },
      },
      { session: tx },
    );
    if (matchedCount === 0) return null;
    await rollups.move(shanghaiDay(before.collectedAt), figuresOfWish(before), figuresOfWish(moved), tx);
    await alongside?.(tx, moved);
    return moved;
  });
}

/** A linked post's outcomes, kept on the wish so that a deed counts once; an empty list takes them back. */
export async function setPostOutcomes(id: string, postId: string, outcomes: Outcome[], tx: Tx): Promise<void> {
  const before = await (await wishes()).findOne({ _id: id }, { session: tx });
  if (!before) throw new DomainError('NOT_FOUND', { message: '没有找到这个心愿，可能已被撤回' });
  const others = before.postOutcomes.filter((post) => post.postId !== postId);
  const postOutcomes = outcomes.length > 0 ? [...others, { postId, outcomes }] : others;
  await (await wishes()).updateOne({ _id: id }, { $set: { postOutcomes }, $inc: { rev: 1 } }, { session: tx });
  const figures = figuresOfWish({ ...before, postOutcomes });
  await rollups.move(shanghaiDay(before.collectedAt), figuresOfWish(before), figures, tx);
}

/** Written before the contact is shown, so that no look goes unrecorded. */
export async function recordReveal(id: string, reveal: WishDoc['reveals'][number]): Promise<void> {
  await (await wishes()).updateOne({ _id: id }, { $push: { reveals: reveal } });
}

/** Cards leave the long fields in the database. */
export type WishCardDoc = Omit<WishDoc, 'timeline' | 'reveals' | 'terms'>;

export async function listPage(
  filter: Filter<WishDoc>,
  cursor: string | undefined,
  limit: number,
): Promise<Page<WishCardDoc>> {
  const read = await (
    await wishes()
  )
    .find({ ...filter, ...after<WishDoc>('collectedAt', cursor) })
    .sort(newest)
    .limit(limit + 1)
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0 })
    .toArray();
  return pageFrom(read, limit, (wish) => ({ at: wish.collectedAt, id: wish._id }));
}

/** The ledger in the order of its numbers, one wish at a time. */
export async function* eachInLedger(filter: Filter<WishDoc>): AsyncGenerator<WishCardDoc> {
  const cursor = (await wishes())
    .find(filter)
    .sort({ code: 1 })
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0 });
  yield* cursor;
}

export async function countOverdue(now: Date): Promise<number> {
  return (await wishes()).countDocuments({ status: { $in: ['claimed', 'coordinating'] }, dueAt: { $lt: now } });
}
