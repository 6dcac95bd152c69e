import { SYSTEM } from '../../domain/acting';
import { BY_SYSTEM, isDueToBook } from '../../domain/points-proposal';
import type { Host } from '../host/host';
import { newId } from '../kit/new-id';
import { inTransaction } from '../store/database';
import { wasAway } from '../store/deductions';
import * as pointsProposals from '../store/points-proposals';
import * as pointsSettling from '../store/points-settling';
import { workOff } from './work-off';

/** 到期扣分: what a rule proposed, whose 24 hours are over and which nobody explained. */
export const bookDeductions = (now: Date, host: Host): Promise<number> =>
  workOff({
    job: 'bookDeductions',
    host,
    due: (except, limit) => pointsProposals.listToBook(now, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        // Read anew: somebody may have explained or settled it since it was listed.
        const proposal = await pointsProposals.get(id, tx);
        if (!isDueToBook(pointsProposals.asProposal(proposal), now)) return false;
        const settling = { accountId: BY_SYSTEM, who: SYSTEM, now, newId };
        // Days that were confirmed as an absence since it was found out.
        if (await wasAway(proposal, tx)) {
          const away = { ...settling, reason: '当天在已确认的不在岗时段内' };
          return (await pointsSettling.drop(proposal, away, tx)) !== null;
        }
        return (await pointsSettling.book(proposal, settling, tx)) !== null;
      }),
  });
