import type { Caller } from '../../domain/caller';
import { staleText } from '../../domain/stale-text';
import { checkMove, wrongState, type Move } from '../../domain/wish-moves';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';

/** Somebody moved first: throws the refusal that the wish as it now is gives, naming who moved and when. */
export async function refuseStale(move: Move, id: string, caller: Caller, now: Date): Promise<never> {
  const wish = asWish(await wishes.get(id));
  checkMove(move, wish, caller, now);
  throw wrongState(wish, staleText('这个心愿', wish.last));
}
