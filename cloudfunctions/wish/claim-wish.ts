import * as contract from '../../contract/wish';
import { DomainError } from '../../domain/errors';
import { checkMove, moves } from '../../domain/wish-moves';
import { useCase } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as representatives from '../store/representatives';
import * as settings from '../store/settings';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
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

/** The claim itself is counted already. */
async function checkClaimLimit(representativeId: string, tx: Tx): Promise<void> {
  await representatives.touchClaims(representativeId, tx);
  const [inHand, limit] = [await wishes.countInHand(representativeId, tx), await settings.claimLimit()];
  if (inHand <= limit) return;
  throw new DomainError('TOO_MANY_CLAIMS', {
    message: `您手上已有 ${limit} 个办理中的心愿，先办结或退回一个再认领`,
    details: { limit },
  });
}
