import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { DECLINE_HOURS } from '../../domain/wish-guards';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import * as representatives from '../store/representatives';
import { asWish, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { checkClaimLimit } from './check-claim-limit';
import { claimedBy } from './claimed-by';
import { findWisherRepresentative } from './find-wisher-representative';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 指派 by a leader; the limit of claims is for what one takes up oneself, by whichever door. */
export const assignWish = useCase(contract.assign, async ({ id, representativeId, reason }, context) => {
  const { caller, now, host } = context;
  // Whose the move is comes first: the roster answers nobody else.
  checkMove('assign', asWish(await wishes.get(id)), caller, now);
  const representative = await getAssignee(representativeId);
  await checkText(host, reason);
  return { wish: await viewWish(await assign(id, representative, reason, context), caller, now, host) };
});

const cannotTake = (message: string): DomainError =>
  new DomainError('INVALID_INPUT', { message, details: { representativeId: message } });

/** The representative to be assigned to; throws INVALID_INPUT unless active on the roster. */
export async function getAssignee(id: string): Promise<representatives.RepresentativeDoc> {
  const representative = await representatives.find(id);
  if (!representative?.active) throw cannotTake('没有找到这位代表，可能已不在名册上');
  return representative;
}

/** Makes the assignment of one wish; its reason is checked already. */
export async function assign(
  id: string,
  { _id: representativeId, name, groupId }: representatives.RepresentativeDoc,
  reason: string,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
): Promise<WishDoc> {
  const wish = await wishes.get(id);
  checkMove('assign', asWish(wish), caller, now);
  if ((await findWisherRepresentative(wish)) === representativeId) {
    throw cannotTake('这是这位代表自己的心愿，请指派给其他代表');
  }
  const line = timelineLine(leadingAs(caller), caller, now, moves.assign.line, { note: `${name}代表：${reason}` });
  const assigned = await wishes.moveIfUnchanged(
    wish,
    await claimedBy(wish, { representativeId, name, groupId, at: now, assignedBy: line.who }),
    line,
    async (tx, after) => {
      // A claim of this representative at the same moment counts the assignment; to assign oneself is to claim.
      if (caller.representativeId === representativeId) await checkClaimLimit(representativeId, tx);
      else await representatives.touchClaims(representativeId, tx);
      await tellOthers(after, ['submitter', 'liaison'], `已指派给${name}代表`, { caller, now }, tx);
      const text = `${line.who}指派给您：${reason}。确实办不了，可在 ${DECLINE_HOURS} 小时内谢绝一次`;
      await tellOthers(after, ['claimer'], text, { caller, now }, tx);
    },
  );
  return assigned ?? refuseStale('assign', id, caller, now);
}
