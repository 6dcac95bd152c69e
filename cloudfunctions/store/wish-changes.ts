/** Changes that more than one area makes: by a person here, by the clock or an order there. */
import { restartDue } from '../../domain/due';
import { holderAfter } from '../../domain/wish-moves';
import { unrated, type WishChange, type WishDoc } from './wish-doc';

/**
 * Back to 待认领. What an earlier claimer began, asked for or called done, and what was said of it, is the next one's
 * neither to show nor to answer.
 */
export const releasedChange = (wish: WishDoc, now: Date): WishChange => ({
  status: 'open',
  holder: holderAfter(wish, 'open', now),
  claimer: null,
  helpers: null,
  helpRequest: null,
  pauseRequest: null,
  dueAt: null,
  dueLeftMs: null,
  outcomes: [],
  result: null,
  ...unrated,
});

/**
 * Back from 暂缓 to where it was paused. What a department still has keeps the claimer's clock standing; what it no
 * longer has lies with the presidium, which decides how it goes on.
 */
export function resumedChange(wish: WishDoc, now: Date): WishChange {
  const { pausedFrom = 'claimed', departmentIds = [], holder } = wish;
  const back = { status: pausedFrom, pausedFrom: null, resumeOn: null } satisfies WishChange;
  if (pausedFrom === 'claimed') {
    return { ...back, holder: holderAfter(wish, pausedFrom, now), ...restartDue(wish, now) };
  }
  if (departmentIds.length > 0) return { ...back, holder: holderAfter(wish, pausedFrom, now) };
  const presidium = holder.role === 'presidium' ? holder : { role: 'presidium' as const, since: now };
  return { ...back, holder: presidium, dueAt: null };
}
