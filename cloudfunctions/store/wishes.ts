/**
 * wishes: the ledger. Every change is one conditional write on { _id, status, rev } that appends to the timeline,
 * in one transaction with the day's figures (and with points, where the change pays any).
 */
import type { UpdateFilter } from 'mongodb';
import { DomainError } from '../../domain/errors';
import type { Outcome } from '../../domain/outcome';
import { countedOfWish } from '../../domain/campaign-tally';
import { addFigures, figuresOfWish, noFigures, type Figures } from '../../domain/rollup';
import { shanghaiDay } from '../../domain/time';
import type { Timer } from '../../domain/wish-timers';
import { updateOf } from './change';
import { collection, inTransaction, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';
import * as campaignTallies from './campaign-tallies';
import * as rollups from './rollups';
import * as settings from './settings';
import { masterOf, type NewWish, type TimelineEvent, type WishChange, type WishDoc } from './wish-doc';
import { applied, completed, derived, planOf, type StoredWish } from './wish-plan';

export const newest = { collectedAt: -1, _id: -1 } as const;

export const wishes = collection<WishDoc>('wishes', [
  { key: { code: 1 }, name: 'code', unique: true },
  {
    key: { submitterId: 1, clientToken: 1 },
    name: 'clientToken',
    unique: true,
    partialFilterExpression: { clientToken: { $exists: true } },
  },
  { key: newest, name: 'newest' },
  // Every list by place, category, channel or person (domain/listing), in every order; several statuses are merged.
  { key: { 'plan.listed': 1, status: 1, ...newest }, name: 'listed' },
  {
    key: { 'plan.listed': 1, status: 1, dueAt: 1, _id: 1 },
    name: 'listedDue',
    partialFilterExpression: { dueAt: { $exists: true } },
  },
  { key: { status: 1, ...newest }, name: 'status' },
  { key: { 'claimer.representativeId': 1, status: 1 }, name: 'claimerStatus' },
  // What one representative fulfilled or collected in a month (store/deeds).
  {
    key: { 'claimer.representativeId': 1, 'result.at': -1, _id: -1 },
    name: 'claimerResult',
    partialFilterExpression: { 'result.at': { $exists: true } },
  },
  {
    key: { 'collectedBy.representativeId': 1, collectedAt: -1, _id: -1 },
    name: 'collector',
    partialFilterExpression: { 'collectedBy.representativeId': { $exists: true } },
  },
  // What one representative claimed in a year (store/dossier-record).
  {
    key: { 'claimer.representativeId': 1, 'claimer.at': -1, _id: -1 },
    name: 'claimerAt',
    partialFilterExpression: { 'claimer.at': { $exists: true } },
  },
  // What is filed under a 主题实践活动 (store/campaign-filed).
  {
    key: { campaignId: 1, ...newest },
    name: 'campaign',
    partialFilterExpression: { campaignId: { $exists: true } },
  },
  { key: { status: 1, dueAt: 1 }, name: 'due' },
  { key: { terms: 1, ...newest }, name: 'terms' },
  { key: { 'plan.nextAt': 1 }, name: 'planNext', sparse: true },
  { key: { 'plan.desk': 1, 'plan.kind': 1, 'plan.actBy': 1, _id: 1 }, name: 'desk' },
  { key: { 'plan.version': 1 }, name: 'planVersion' },
  { key: { 'master.id': 1 }, name: 'master', sparse: true },
]);

export const NO_SUCH_WISH = '没有找到这个心愿，可能已被撤回';

export async function find(id: string, tx?: Tx): Promise<WishDoc | null> {
  const found = await (await wishes()).findOne<StoredWish>({ _id: id }, { ...(tx ? { session: tx } : {}) });
  return found && completed(found);
}

export async function get(id: string, tx?: Tx): Promise<WishDoc> {
  const wish = await find(id, tx);
  if (!wish) throw new DomainError('NOT_FOUND', { message: NO_SUCH_WISH });
  return wish;
}

/** Inserts a new wish; the same clientToken again answers the one that is there; null: its number is just taken. */
export async function insertOnce(wish: NewWish, alongside?: (tx: Tx) => Promise<void>): Promise<WishDoc | null> {
  try {
    await inTransaction((tx) => insert(wish, tx, alongside));
    return await get(wish._id);
  } catch (error) {
    const repeated = wish.clientToken !== undefined && isDuplicateKey(error, 'clientToken');
    if (!repeated && isDuplicateKey(error, 'code')) return null;
    const earlier = repeated ? await findByClientToken(wish.submitterId ?? '', wish.clientToken ?? '') : null;
    if (!earlier) throw error;
    return earlier;
  }
}

const withPlan = (wish: NewWish, rules: settings.TimerSettings): WishDoc => ({
  ...wish,
  plan: planOf(wish, [], rules),
});

export async function insert(wish: NewWish, tx: Tx, alongside?: (tx: Tx) => Promise<void>): Promise<void> {
  await (await wishes()).insertOne(withPlan(wish, await settings.timers()), { session: tx });
  await rollups.move(shanghaiDay(wish.collectedAt), null, figuresOfWish(wish), tx);
  await campaignTallies.move([], countedOfWish(wish), tx);
  await alongside?.(tx);
}

/** A whole ledger in the caller's transaction, its figures summed by day; DUPLICATE when a code was just taken. */
export async function insertMany(docs: readonly NewWish[], tx: Tx): Promise<void> {
  const rules = await settings.timers();
  const planned = docs.map((wish) => withPlan(wish, rules));
  try {
    await (await wishes()).insertMany(planned, { session: tx });
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
  await campaignTallies.move([], docs.flatMap(countedOfWish), tx);
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

const moveOf = (change: WishChange, event: TimelineEvent): UpdateFilter<WishDoc> => ({
  ...updateOf(change),
  $inc: { rev: 1 },
  $push: { timeline: event },
});

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
  return inTransaction(async (tx) => {
    const moved = await moveIn(before, change, event, tx);
    if (moved) await alongside?.(tx, moved);
    return moved;
  });
}

/** The same within the caller's transaction, for a move that follows from another document's, or from these timers. */
export async function moveIn(
  before: WishDoc,
  change: WishChange,
  event: TimelineEvent,
  tx: Tx,
  timers?: readonly Timer[],
): Promise<WishDoc | null> {
  const whole = { ...change, ...derived(before, change, event.at) };
  const unplanned = applied(before, whole, event);
  const plan = planOf(unplanned, timers ?? (await timersNow(before._id, tx)), await settings.timers());
  const moved = { ...unplanned, plan };
  const { matchedCount } = await (
    await wishes()
  ).updateOne({ _id: before._id, status: before.status, rev: before.rev }, moveOf({ ...whole, plan }, event), {
    session: tx,
  });
  if (matchedCount === 0) return null;
  await rollups.move(shanghaiDay(before.collectedAt), figuresOfWish(before), figuresOfWish(moved), tx);
  await campaignTallies.move(countedOfWish(before), countedOfWish(moved), tx);
  if (moved.mergedCount && moved.status !== before.status) await followMaster(moved, event.at, tx);
  return moved;
}

/** The clock's reminders move the timers and no revision: what it has said since `before` was read stays said. */
async function timersNow(id: string, tx: Tx): Promise<readonly Timer[]> {
  const seen = { session: tx, projection: { 'plan.timers': 1 } };
  const found = await (await wishes()).findOne<Pick<StoredWish, 'plan'>>({ _id: id }, seen);
  return found?.plan?.timers ?? [];
}

/** How many wishes the representative has in hand, within the transaction that claims one more. */
export async function countInHand(representativeId: string, tx?: Tx): Promise<number> {
  const ofClaimer = { 'claimer.representativeId': representativeId, status: 'claimed' as const };
  return (await wishes()).countDocuments(ofClaimer, { ...(tx ? { session: tx } : {}) });
}

/**
 * Those merged into a wish know how it stands, and lie on their liaison's desk once it is done; what is called done anew
 * is answered anew.
 */
export async function followMaster(master: WishDoc, at: Date, tx: Tx): Promise<void> {
  const all = await wishes();
  const rules = await settings.timers();
  const followed = masterOf(master, at);
  const isAskedAnew = master.status === 'fulfilled';
  for await (const wish of all.find({ 'master.id': master._id, status: 'merged' }, { session: tx })) {
    const { rating: _rating, resolved: _resolved, comment: _comment, ...unanswered } = wish;
    const plan = planOf({ ...(isAskedAnew ? unanswered : wish), master: followed }, wish.plan.timers, rules);
    const unset = isAskedAnew ? { $unset: { rating: '', resolved: '', comment: '' } as const } : {};
    await all.updateOne({ _id: wish._id }, { $set: { master: followed, plan }, ...unset }, { session: tx });
  }
}

/** The wishes merged into this one, for those who answer each. */
export async function listMerged(masterId: string, tx?: Tx): Promise<WishDoc[]> {
  return (await wishes())
    .find({ 'master.id': masterId, status: 'merged' }, { ...(tx ? { session: tx } : {}) })
    .toArray();
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
