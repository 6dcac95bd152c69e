import { actingAs } from '../../domain/acting';
import { hasRole, type Caller } from '../../domain/caller';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { wrongAppealState } from '../../domain/points-appeal';
import { inTransaction, type Tx } from '../store/database';
import * as notices from '../store/notices';
import * as pointsAppeals from '../store/points-appeals';

export interface Opinion {
  accept: boolean;
  reason: string;
}

/** What one of the office has said, on record. */
export const said = ({ accept, reason }: Opinion, caller: Caller, at: Date) => ({
  accountId: caller.accountId,
  who: actingAs(hasRole(caller, 'presidium') ? 'presidium' : 'admin', caller),
  at,
  accept,
  reason,
});

interface Moving {
  appeal: pointsAppeals.PointsAppealDoc;
  now: Date;
  set: Parameters<typeof pointsAppeals.moveIn>[1];
  /** What follows from it, in the same transaction. */
  follow?: (tx: Tx) => Promise<void>;
  text: string;
  others?: readonly Mailbox[];
}

/** Makes one move and tells the person of it; refuses what somebody else moved meanwhile. */
export async function moveAppeal({ appeal, now, set, follow, text, others = [] }: Moving) {
  const { _id, representativeId } = appeal;
  const moved = await inTransaction(async (tx) => {
    const after = await pointsAppeals.moveIn(appeal, set, tx);
    if (!after) return null;
    await follow?.(tx);
    const to = [mailbox.representative(representativeId), ...others];
    await notices.tell(to, { about: about('appeal', _id), text }, now, tx);
    return after;
  });
  if (!moved) throw wrongAppealState((await pointsAppeals.get(_id)).status);
  return moved;
}
