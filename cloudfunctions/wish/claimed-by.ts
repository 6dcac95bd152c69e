import { dueFrom } from '../../domain/due';
import { holderAfter } from '../../domain/wish-moves';
import type { Claimer } from '../../domain/wish';
import { workingDays } from '../kit/working-days';
import * as settings from '../store/settings';
import type { WishChange, WishDoc } from '../store/wish-doc';

/** When the time of a claim is over that counts from `at`: by the town's spans and holidays. */
export async function claimDue(wish: Pick<WishDoc, 'category' | 'dueDays'>, at: Date): Promise<Date> {
  return dueFrom(wish, at, workingDays(await settings.get()), { spans: await settings.spans() });
}

/** 办理中, in the hands of this representative, by their own choice or a leader's. */
export async function claimedBy(wish: WishDoc, claimer: Claimer): Promise<WishChange> {
  return {
    status: 'claimed',
    claimer,
    dueAt: await claimDue(wish, claimer.at),
    holder: holderAfter(wish, 'claimed', claimer.at),
  };
}
