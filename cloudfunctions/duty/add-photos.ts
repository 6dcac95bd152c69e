import * as contract from '../../contract/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import * as media from '../store/media';
import { attendanceFacts, factsOf } from './duty-facts';
import { viewDuty } from './view-duty';

const MOST_PHOTOS = 27;

/** Photos of the duty, by those who were there and those who keep it; staff alone see them. */
export const addPhotos = useCase(contract.addPhotos, async ({ id, photos }, context) => {
  const { caller, now } = context;
  const { representativeId, accountId } = caller;
  await media.checkPhotos(photos, accountId);
  await inTransaction(async (tx) => {
    const duty = await duties.get(id, tx);
    const mine = representativeId === undefined ? null : await attendances.find(id, representativeId, tx);
    checkDutyAction('addPhotos', factsOf(duty), mine && attendanceFacts(mine), caller, now);
    if (new Set([...duty.photos, ...photos]).size > MOST_PHOTOS) {
      throw new DomainError('INVALID_INPUT', { details: { photos: `一次活动最多 ${MOST_PHOTOS} 张照片` } });
    }
    await duties.changeRecord(id, { add: photos }, tx);
    await media.markUsed(photos, tx);
  });
  return viewDuty(id, context);
});
