import { REDO_PART, dueFrom } from '../../domain/due';
import type { Claimer } from '../../domain/wish';
import { holderAfter } from '../../domain/wish-moves';
import { workingDays } from '../kit/working-days';
import * as representatives from '../store/representatives';
import * as settings from '../store/settings';
import { releasedChange } from '../store/wish-changes';
import type { WishChange, WishDoc } from '../store/wish-doc';

/** What an end that was not one leaves behind. */
const unended = {
  callBacks: null,
  endedAt: null,
  closeClass: null,
  explanation: null,
  followUpOn: null,
  followUpDue: null,
  followedUpAt: null,
} as const satisfies WishChange;

async function claimerOf({ claimer }: WishDoc): Promise<Claimer | null> {
  if (!claimer) return null;
  const found = await representatives.find(claimer.representativeId);
  return found?.active ? claimer : null;
}

/** 重办 by the same claimer with half of the original time; without one who is on the roster it waits for another. */
export async function takenUpAgain(wish: WishDoc, now: Date): Promise<WishChange> {
  const claimer = await claimerOf(wish);
  if (!claimer) return { ...releasedChange(wish, now), ...unended };
  const town = await settings.get();
  return {
    status: 'claimed',
    holder: holderAfter(wish, 'claimed', now),
    // The weekly note is owed from now on, not from before the wish was called done.
    claimer: claimer.contactedAt ? { ...claimer, progressAt: now } : claimer,
    dueAt: dueFrom(wish, now, workingDays(town), { part: REDO_PART, spans: await settings.spans() }),
    dueLeftMs: null,
    ...unended,
  };
}
