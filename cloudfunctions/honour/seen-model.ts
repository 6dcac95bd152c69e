import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { maySeeModel } from '../../domain/model-moves';
import * as models from '../store/models';

/** Throws NOT_FOUND for what is not published, except to those who work on it. */
export async function seenModel(id: string, caller: Caller | null): Promise<models.ModelDoc> {
  const model = await models.get(id);
  if (!maySeeModel(model, caller))
    throw new DomainError('NOT_FOUND', { message: '没有找到这篇典型代表事迹，可能还没有发布' });
  return model;
}
