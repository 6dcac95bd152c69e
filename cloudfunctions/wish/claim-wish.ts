import * as contract from '../../contract/wish';
import { checkMove, moves } from '../../domain/wish-moves';
import { useCase } from '../kit/use-case';
import * as representatives from '../store/representatives';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { checkClaimLimit } from './check-claim-limit';
import { claimedBy } from './claimed-by';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 认领: of any number of representatives at once exactly one wins; the others hear the winner's name. */
export const claimWish = useCase(contract.claim, async ({ id }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('claim', asWish(wish), caller, now);
  const { _id: representativeId, name, groupId } = await representatives.get(caller.representativeId ?? '');
  const claimed = await wishes.moveIfUnchanged(
    wish,
    await claimedBy(wish, { representativeId, name, groupId, at: now }),
    timelineLine('representative', caller, now, moves.claim.line),
    async (tx, after) => {
      await checkClaimLimit(representativeId, tx);
      await tellOthers(after, ['submitter', 'liaison'], `已由${name}代表认领`, { caller, now }, tx);
    },
  );
  return { wish: await viewWish(claimed ?? (await refuseStale('claim', id, caller, now)), caller, now, host) };
});
