/** What the clock reads and writes of wishes beside their moves, each by an index and a batch at a time. */
import type { Filter } from 'mongodb';
import type { Timer } from '../../domain/wish-timers';
import type { Tx } from './database';
import type { TimerSettings } from './settings';
import type { WishDoc } from './wish-doc';
import { planOf } from './wish-plan';
import { wishes } from './wishes';

type IdOnly = Pick<WishDoc, '_id'>;

/** Those with something due, the longest due first. */
export async function listDue(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await wishes()
  )
    .find({ 'plan.nextAt': { $lte: now }, ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}) })
    .sort({ 'plan.nextAt': 1 })
    .limit(limit)
    .project<IdOnly>({ _id: 1 })
    .toArray();
  return found.map(({ _id }) => _id);
}

/** Those planned by older rules than `version`, or never. */
export async function listPlannedBefore(version: number, except: readonly string[], limit: number): Promise<string[]> {
  const all = await wishes();
  const others = except.length > 0 ? { _id: { $nin: [...except] } } : {};
  const read = (planned: Filter<WishDoc>): Promise<IdOnly[]> =>
    all
      .find({ ...planned, ...others })
      .limit(limit)
      .project<IdOnly>({ _id: 1 })
      .toArray();
  // null is also what is not there, and unlike $exists it is in the index.
  const never = await read({ 'plan.version': null });
  const found = never.length > 0 ? never : await read({ 'plan.version': { $lt: version } });
  return found.map(({ _id }) => _id);
}

/**
 * Plans the wish from these timers; false when somebody was first. No revision and no line on the timeline: whoever
 * acts on the wish at this moment is not refused because of a reminder.
 */
export async function planIfUnchanged(
  wish: WishDoc,
  timers: readonly Timer[],
  rules: TimerSettings,
  tx: Tx,
  also: Partial<Pick<WishDoc, 'terms'>> = {},
): Promise<boolean> {
  const { _id, rev, statusSince, heldMs, stoppedMs } = wish;
  const { matchedCount } = await (
    await wishes()
  ).updateOne(
    // null is also what is not there.
    { _id, rev, 'plan.nextAt': wish.plan.nextAt ?? null },
    { $set: { plan: planOf(wish, timers, rules), statusSince, heldMs, stoppedMs, ...also } },
    { session: tx },
  );
  return matchedCount === 1;
}
