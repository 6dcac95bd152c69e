/** What follows from a wish by itself, whatever changed it: its plan, how long each has held it, whether all may see it. */
import { listKeys } from '../../domain/listing';
import { taskOf } from '../../domain/wish-desk';
import { nextAt, timersOf, type Timer } from '../../domain/wish-timers';
import { isPublicStatus, isStopped } from '../../domain/wish';
import type { TimerSettings } from './settings';
import type { NewWish, TimelineEvent, WishChange, WishDoc, WishPlan } from './wish-doc';

type Added = 'statusSince' | 'heldMs' | 'stoppedMs' | 'plan';

/** A wish as some earlier version of the product may have stored it. */
export type StoredWish = Omit<WishDoc, Added> & Partial<Pick<WishDoc, Added>>;

/** With what every wish has now; version 0 has the clock plan it anew. */
export const completed = (stored: StoredWish): WishDoc => ({
  statusSince: stored.holder.since,
  heldMs: {},
  stoppedMs: 0,
  plan: { version: 0, timers: [], listed: [] },
  ...stored,
});

/** The plan of a wish as it now is; timers that were running go on. */
export function planOf(wish: NewWish, before: readonly Timer[], rules: TimerSettings): WishPlan {
  const asSeen = { ...wish, id: wish._id };
  const timers = timersOf(asSeen, before, rules.timers);
  const next = nextAt(timers, rules.timers);
  return {
    version: rules.version,
    timers,
    ...(next ? { nextAt: next } : {}),
    ...taskOf(asSeen, rules.timers),
    listed: listKeys(wish),
  };
}

/** What follows from a change by itself: since when the status, how long each held it, whether the wall shows it. */
export function derived(before: WishDoc, change: WishChange, at: Date): WishChange {
  const status = change.status ?? before.status;
  const moved = status !== before.status;
  const stood = moved && isStopped(before.status) ? at.getTime() - before.statusSince.getTime() : 0;
  const { holder = before.holder } = change;
  const passed = holder !== null && holder.since > before.holder.since;
  const { role, since } = before.holder;
  const held = passed ? holder.since.getTime() - since.getTime() : 0;
  const hidden = 'hidden' in change ? change.hidden : before.hidden;
  return {
    public: isPublicStatus(status) && !hidden,
    ...(moved ? { statusSince: at } : {}),
    ...(stood > 0 ? { stoppedMs: before.stoppedMs + stood } : {}),
    ...(held > 0 ? { heldMs: { ...before.heldMs, [role]: (before.heldMs[role] ?? 0) + held } } : {}),
  };
}

export function applied(before: WishDoc, change: WishChange, event: TimelineEvent): WishDoc {
  const kept = Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
  return { ...(kept as unknown as WishDoc), rev: before.rev + 1, timeline: [...before.timeline, event] };
}
