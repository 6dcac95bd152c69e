/**
 * wishes: the ledger. Every change is one conditional write on { _id, status, rev } that appends to the timeline,
 * in one transaction with the day's figures (and with points, where the change pays any).
 */
import type { Filter } from 'mongodb';
import type { Outcome } from '../../domain/outcome';
import { DomainError } from '../../domain/errors';
import { addFigures, figuresOfWish, noFigures, type Figures } from '../../domain/rollup';
import { shanghaiDay } from '../../domain/time';
import {
  holderOf,
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
  wishStatuses,
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
  // Few wishes are not public, so that the wall's lists of a category or a village read little beside what they show.
  { key: { category: 1, ...newest }, name: 'category' },
  { key: { village: 1, ...newest }, name: 'village' },
  { key: { status: 1, ...newest }, name: 'status' },
  { key: { status: 1, category: 1, ...newest }, name: 'statusCategory' },
  { key: { status: 1, village: 1, ...newest }, name: 'statusVillage' },
  { key: { groupId: 1, ...newest }, name: 'group' },
  { key: { groupId: 1, status: 1, ...newest }, name: 'groupStatus' },
  { key: { submitterId: 1, ...newest }, name: 'submitter' },
  { key: { 'claimer.representativeId': 1, ...newest }, name: 'claimer' },
  { key: { status: 1, dueAt: 1 }, name: 'due' },
  { key: { terms: 1, ...newest }, name: 'terms' },
]);

/** The wish as the rules see it; a card comes without its timeline. */
export function asWish(doc: WishCardDoc & { timeline?: TimelineEvent[] }): Wish {
  const last = doc.timeline?.at(-1);
  return { ...doc, id: doc._id, ...(last ? { last } : {}) };
}

export const NO_SUCH_WISH = '没有找到这个心愿，可能已被撤回';

export async function find(id: string): Promise<WishDoc | null> {
  return (await wishes()).findOne({ _id: id });
}

export async function get(id: string): Promise<WishDoc> {
  const wish = await find(id);
  if (!wish) throw new DomainError('NOT_FOUND', { message: NO_SUCH_WISH });
  return wish;
}

/** Inserts a new wish; the same clientToken again answers the one that is there; null: its number is just taken. */
export async function insertOnce(wish: WishDoc, alongside?: (tx: Tx) => Promise<void>): Promise<WishDoc | null> {
  try {
    await inTransaction((tx) => insert(wish, tx, alongside));
    return wish;
  } catch (error) {
    const repeated = wish.clientToken !== undefined && isDuplicateKey(error, 'clientToken');
    if (!repeated && isDuplicateKey(error, 'code')) return null;
    const earlier = repeated ? await findByClientToken(wish.submitterId ?? '', wish.clientToken ?? '') : null;
    if (!earlier) throw error;
    return earlier;
  }
}

export async function insert(wish: WishDoc, tx: Tx, alongside?: (tx: Tx) => Promise<void>): Promise<void> {
  await (await wishes()).insertOne(wish, { session: tx });
  await rollups.move(shanghaiDay(wish.collectedAt), null, figuresOfWish(wish), tx);
  await alongside?.(tx);
}

/** A whole ledger in the caller's transaction, its figures summed by day; DUPLICATE when a code was just taken. */
export async function insertMany(docs: readonly WishDoc[], tx: Tx): Promise<void> {
  try {
    await (await wishes()).insertMany([...docs], { session: tx });
  } catch (error) {
    if (!isDuplicateKey(error, 'code')) throw error;
    throw new DomainError('DUPLICATE', { message: '有心愿编号刚刚被登记，请重新导入' });
  }
  const days = new Map<string, Figures>();
  for (const wish of docs) {
    const day = shanghaiDay(wish.collectedAt);
    days.set(day, addFigures(days.get(day) ?? noFigures(), figuresOfWish(wish)));
  }
  for (const [day, figures] of days) await rollups.move(day, null, figures, tx);
}

export async function findByClientToken(submitterId: string, clientToken: string): Promise<WishDoc | null> {
  return (await wishes()).findOne({ submitterId, clientToken });
}

export async function findCodes(codes: readonly string[]): Promise<Set<string>> {
  const all = await wishes();
  const found = await all
    .find({ code: { $in: [...codes] } })
    .project<Pick<WishDoc, 'code'>>({ code: 1 })
    .toArray();
  return new Set(found.map((wish) => wish.code));
}

/** Which of these wishes the public wall shows now. */
export async function findPublicIds(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = (await wishes()).find({ _id: { $in: [...ids] }, public: true }).project<{ _id: string }>({ _id: 1 });
  return new Set((await found.toArray()).map(({ _id }) => _id));
}

/** What a move sets; `null` removes a field. */
export type WishChange = { [Field in keyof WishDoc]?: WishDoc[Field] | null };

/** Takes back what the wisher said of an earlier fulfilment. */
export const unrated = { rating: null, resolved: null, comment: null } as const satisfies WishChange;

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

/** Adds a line to a wish that has not come to its end; false when it has. It reads as a change, so that moves see it. */
export async function noteIfLive(id: string, event: TimelineEvent, tx: Tx): Promise<boolean> {
  const live = wishStatuses.filter((status) => holderOf(status) !== 'none');
  const { matchedCount } = await (
    await wishes()
  ).updateOne({ _id: id, status: { $in: live } }, { $inc: { rev: 1 }, $push: { timeline: event } }, { session: tx });
  return matchedCount === 1;
}

/** A linked post's outcomes, kept on the wish so that a deed counts once; an empty list takes them back. */
export async function setPostOutcomes(id: string, postId: string, outcomes: Outcome[], tx: Tx): Promise<void> {
  const before = await (await wishes()).findOne({ _id: id }, { session: tx });
  if (!before) throw new DomainError('NOT_FOUND', { message: NO_SUCH_WISH });
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

/** What a list may be narrowed by. */
export type WishFilterDoc = Filter<WishDoc>;

/** Cards leave the long fields in the database. */
export type WishCardDoc = Omit<WishDoc, 'timeline' | 'reveals' | 'terms'>;

export async function listPage(
  filter: WishFilterDoc,
  cursor: string | undefined,
  limit: number,
): Promise<Page<WishCardDoc>> {
  const all = await wishes();
  const read = await all
    .find({ ...filter, ...after<WishDoc>('collectedAt', cursor) })
    .sort(newest)
    .limit(limit + 1)
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0 })
    .toArray();
  return pageFrom(read, limit, (wish) => ({ at: wish.collectedAt, id: wish._id }));
}

/** The ledger in the order of its numbers, one wish at a time. */
export async function* eachInLedger(filter: WishFilterDoc): AsyncGenerator<WishCardDoc> {
  const cursor = (await wishes())
    .find(filter)
    .sort({ code: 1 })
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0 });
  yield* cursor;
}

/** Overdue now (domain/wish), of those collected in the span when there is one. */
export async function countOverdue(now: Date, collectedAt?: WishFilterDoc['collectedAt']): Promise<number> {
  return (await wishes()).countDocuments({
    status: { $in: ['claimed', 'coordinating'] },
    dueAt: { $lt: now },
    ...(collectedAt ? { collectedAt } : {}),
  });
}
