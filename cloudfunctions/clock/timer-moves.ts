/** The moves that the clock makes: the change of the wish and the line on its timeline. */
import { holderAfter, moves } from '../../domain/wish-moves';
import type { WishStatus } from '../../domain/wish';
import type { TimerMove } from '../../domain/wish-timers';
import type { Tx } from '../store/database';
import { resumedChange } from '../store/wish-changes';
import { unrated, type TimelineEvent, type WishChange, type WishDoc } from '../store/wish-doc';

interface TimerMoveRule {
  from: readonly WishStatus[];
  line: string;
  change: (wish: WishDoc, now: Date, tx: Tx) => WishChange | Promise<WishChange>;
}

const timerMoves: Record<TimerMove, TimerMoveRule> = {
  escalate: {
    ...moves.escalate,
    change: ({ holder }, now) => ({ holder: holder.role === 'presidium' ? holder : { role: 'presidium', since: now } }),
  },
  lapse: {
    ...moves.lapse,
    change: (wish, now) => ({
      status: 'withdrawn',
      holder: holderAfter(wish, 'withdrawn', now),
      reason: moves.lapse.line,
      mergedCount: null,
    }),
  },
  resume: { ...moves.resume, change: resumedChange },
  silence: {
    ...moves.silence,
    // Nobody said that it is solved.
    change: (wish, now) => ({
      status: 'closed',
      holder: holderAfter(wish, 'closed', now),
      endedAt: now,
      closeClass: 'B',
      ...unrated,
    }),
  },
  followUpDue: { from: ['closed'], line: '满 28 天，请二次回访', change: () => ({ followUpDue: true }) },
};

export interface ClockMove {
  change: WishChange;
  event: TimelineEvent;
}

/** Null when the wish is not where this move begins: a town's own timers may ask for it elsewhere. */
export async function clockMove(move: TimerMove, wish: WishDoc, now: Date, tx: Tx): Promise<ClockMove | null> {
  const { from, line, change } = timerMoves[move];
  if (!from.includes(wish.status)) return null;
  return { change: await change(wish, now, tx), event: { at: now, who: '系统', what: line, photos: [] } };
}
