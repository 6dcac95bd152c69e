import * as contract from '../../contract/duty';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { removablePhotos, viewDuty } from './view-duty';

/** Takes a photo out of sight: one's own, or any by those who keep the duty. */
export const removePhoto = useCase(contract.removePhoto, async ({ id, photo }, context) => {
  const duty = await duties.get(id);
  const isThere = duty.photos.includes(photo);
  if (isThere && !(await removablePhotos(duty, context.caller)).includes(photo)) {
    throw new DomainError('FORBIDDEN', { message: '只能移除自己上传的照片' });
  }
  if (isThere) await inTransaction((tx) => duties.changeRecord(id, { remove: photo }, tx));
  return viewDuty(id, context);
});
