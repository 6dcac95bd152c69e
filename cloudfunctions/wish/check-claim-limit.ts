import { DomainError } from '../../domain/errors';
import type { Tx } from '../store/database';
import * as representatives from '../store/representatives';
import * as settings from '../store/settings';
import * as wishes from '../store/wishes';

/** How many one may take up oneself; in the transaction of the claim, which is counted already. */
export async function checkClaimLimit(representativeId: string, tx: Tx): Promise<void> {
  await representatives.touchClaims(representativeId, tx);
  const [inHand, limit] = [await wishes.countInHand(representativeId, tx), await settings.claimLimit()];
  if (inHand <= limit) return;
  throw new DomainError('TOO_MANY_CLAIMS', {
    message: `您手上已有 ${limit} 个办理中的心愿，先办结或退回一个再认领`,
    details: { limit },
  });
}
