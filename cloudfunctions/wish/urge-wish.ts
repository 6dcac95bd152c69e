import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import type { Mailbox } from '../../domain/mailbox';
import type { Told } from '../../domain/wish-timers';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import { asWish, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { mailboxesOfDepartments, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 催办: whoever holds the wish is told, and it stands on the timeline. */
export const urgeWish = useCase(contract.urge, async ({ id, note }, context) => {
  const { caller, now, host } = context;
  await checkText(host, note);
  return { wish: await viewWish(await urge(id, note, context), caller, now, host) };
});

/** Urges the holder of one wish; the words are checked already. */
export async function urge(
  id: string,
  note: string | undefined,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
): Promise<WishDoc> {
  const wish = await wishes.get(id);
  checkMove('urge', asWish(wish), caller, now);
  const line = timelineLine(leadingAs(caller), caller, now, moves.urge.line, { note });
  const text = `${line.who}催办${note === undefined ? '，请尽快办理' : `：${note}`}`;
  const urged = await wishes.moveIfUnchanged(wish, {}, line, (tx, after) =>
    tellOthers(after, holdersOf(after), text, { caller, now }, tx),
  );
  return urged ?? refuseStale('urge', id, caller, now);
}

/** 组长 and 联络员 share a mailbox. */
function holdersOf(wish: WishDoc): (Told | Mailbox[])[] {
  if (wish.status === 'claimed') return ['claimer'];
  if (wish.status === 'coordinating') return ['claimer', mailboxesOfDepartments(wish)];
  return wish.holder.role === 'presidium' ? ['liaison', 'presidium'] : ['liaison'];
}
