import type { Caller } from '../../domain/caller';
import { shanghaiMinute } from '../../domain/time';
import { checkMove, wrongState, type Move } from '../../domain/wish-moves';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';

/** Somebody moved first: throws the refusal that the wish as it now is gives, naming who moved and when. */
export async function refuseStale(move: Move, id: string, caller: Caller, now: Date): Promise<never> {
  const wish = asWish(await wishes.get(id));
  checkMove(move, wish, caller, now);
  const { last } = wish;
  throw wrongState(
    wish,
    last
      ? `${last.who}在${shanghaiMinute(last.at)}更新了这个心愿（${last.what}），请刷新后再操作`
      : '这个心愿刚刚有了变化，请刷新后再操作',
  );
}
