import { actingAs } from '../../domain/acting';
import type { Award, AwardMove } from '../../domain/award-moves';
import { awardMoves, checkAwardMove, wrongAwardState } from '../../domain/award-moves';
import { hasRole, type Caller, type Role } from '../../domain/caller';
import type { Mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { staleText } from '../../domain/stale-text';
import { defined } from '../kit/defined';
import * as awards from '../store/awards';
import { inTransaction, type Tx } from '../store/database';
import * as notices from '../store/notices';

/** Who moved last, as a refusal says it to anybody: who objected is for the office alone. */
function lastOf({ timeline }: awards.AwardDoc): Award['last'] {
  const last = timeline.at(-1);
  return last?.what === awardMoves.object.line ? { ...last, who: '有人' } : last;
}

/** The award as the rules see it. */
export const asAward = (award: awards.AwardDoc): Award => ({
  id: award._id,
  status: award.status,
  candidateIds: award.candidates.map(({ representativeId }) => representativeId),
  ...defined({ last: lastOf(award) }),
});

/** In which capacity: an objection comes from a resident, whoever it is. */
function actingIn(move: AwardMove, caller: Caller): Role {
  if (move === 'object') return 'resident';
  if (hasRole(caller, 'presidium')) return 'presidium';
  return hasRole(caller, 'admin') ? 'admin' : 'liaison';
}

/** Who signs what, and when. */
export const signatureOf = (move: AwardMove, caller: Caller, at: Date) => ({
  accountId: caller.accountId,
  who: actingAs(actingIn(move, caller), caller),
  at,
});

export const eventOf = (move: AwardMove, caller: Caller, at: Date, note?: string): awards.AwardEvent => ({
  ...signatureOf(move, caller, at),
  what: awardMoves[move].line,
  ...defined({ note }),
});

export interface Told {
  to: readonly Mailbox[];
  text: string;
}

export const tellOf = ({ _id }: Pick<awards.AwardDoc, '_id'>, { to, text }: Told, at: Date, tx: Tx): Promise<void> =>
  notices.tell(to, { about: about('award', _id), text }, at, tx);

interface Moving {
  move: AwardMove;
  award: awards.AwardDoc;
  caller: Caller;
  now: Date;
  /** As the caller read it, where they say so. */
  rev?: number | undefined;
  note?: string | undefined;
  /** What the move sets beside the status, read and written in one transaction. */
  change?: (tx: Tx) => Promise<awards.AwardChange> | awards.AwardChange;
  tell?: (award: awards.AwardDoc) => readonly Told[];
}

/** Makes one move with what it tells, in one transaction; refuses what somebody else moved meanwhile. */
export async function moveAward({
  move,
  award,
  caller,
  now,
  rev,
  note,
  change,
  tell,
}: Moving): Promise<awards.AwardDoc> {
  checkAwardMove(move, asAward(award), caller);
  if (rev !== undefined && rev !== award.rev) throw stale(award);
  const { to } = awardMoves[move];
  const moved = await inTransaction(async (tx) => {
    // Looked at again before anything follows: what two at once both insert would fail as a broken key.
    if ((await awards.get(award._id, tx)).rev !== award.rev) return null;
    const set = { ...(await change?.(tx)), ...(to === null ? {} : { status: to }) };
    const after = await awards.moveIn(award, set, eventOf(move, caller, now, note), tx);
    if (after) for (const told of tell?.(after) ?? []) await tellOf(after, told, now, tx);
    return after;
  });
  if (!moved) throw stale(await awards.get(award._id));
  return moved;
}

const stale = (award: awards.AwardDoc) => wrongAwardState(asAward(award), staleText('本次评选', lastOf(award)));
