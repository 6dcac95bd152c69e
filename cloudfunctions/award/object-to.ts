import * as contract from '../../contract/award';
import { wrongAwardState } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as awardObjections from '../store/award-objections';
import * as awards from '../store/awards';
import * as media from '../store/media';
import { standingOf } from './announcing';
import { asAward, moveAward } from './move-award';
import { viewAward } from './view-award';

/**
 * 异议: while the 公示 of the person, or of any, runs. It moves the award's revision: a decision taken at the same time
 * fails, or is there first.
 */
export const objectTo = useCase(contract.object, async ({ id, representativeId, text, photos = [] }, context) => {
  const { caller, now, host, newId } = context;
  await checkText(host, text);
  await media.checkPhotos(photos, caller.accountId);
  const award = await awards.get(id);
  if (award.status === 'notice') refuseOutside(award, representativeId, now);
  const { accountId, name } = caller;
  const objection = { awardId: id, round: award.round, accountId, who: name, text, photos, at: now };
  const moved = await moveAward({
    ...{ move: 'object', award, caller, now },
    change: async (tx) => {
      await media.markUsed(photos, tx);
      await awardObjections.insert({ _id: newId(), ...objection, ...defined({ representativeId }) }, tx);
      return { openObjections: award.openObjections + 1 };
    },
    tell: () => [{ to: [mailbox.presidium()], text: `${award.name}公示收到一条异议，请在决定前核实答复` }],
  });
  return viewAward(moved, context);
});

function refuseOutside(award: awards.AwardDoc, representativeId: string | undefined, now: Date): void {
  const concerned = standingOf(award.announced).filter(
    (one) => representativeId === undefined || one.representativeId === representativeId,
  );
  if (concerned.length === 0) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: '这位代表不在公示名单中' } });
  }
  if (concerned.every(({ until }) => until < now)) throw wrongAwardState(asAward(award), '公示期已经结束');
}
