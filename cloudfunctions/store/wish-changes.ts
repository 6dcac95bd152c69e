/** Changes that more than one area makes: by a person here, by the clock or an order there. */
import { restartDue } from '../../domain/due';
import { wishTermsOf } from '../../domain/order';
import { holderAfter } from '../../domain/wish-moves';
import type { Tx } from './database';
import * as orders from './orders';
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
 * Back from 暂缓 to where it was paused. What a department still has keeps the claimer's clock standing, and lies with
 * the department or, answered meanwhile, with the presidium; what none has any longer lies with the presidium too.
 */
export async function resumedChange(wish: WishDoc, now: Date, tx?: Tx): Promise<WishChange> {
  const { _id, holder } = wish;
  const pausedFrom = wish.pausedFrom ?? (wish.claimer ? 'claimed' : 'coordinating');
  const back = { status: pausedFrom, pausedFrom: null, resumeOn: null } satisfies WishChange;
  if (pausedFrom === 'claimed') {
    return { ...back, holder: holderAfter(wish, pausedFrom, now), ...restartDue(wish, now) };
  }
  // Whatever moves an order of the wish raises its revision: an answer of this moment is not overlooked.
  const terms = wishTermsOf(await orders.listLiveByWish(_id, tx));
  const role = terms?.holder ?? 'presidium';
  return { ...back, holder: role === holder.role ? holder : { role, since: now }, dueAt: terms?.dueAt ?? null };
}
