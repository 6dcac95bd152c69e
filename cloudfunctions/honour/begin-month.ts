import type { Caller } from '../../domain/caller';
import { ofModelId } from '../../domain/model';
import { checkModelMove, modelMoves } from '../../domain/model-moves';
import { inTransaction, type Tx } from '../store/database';
import * as models from '../store/models';
import { eventOf, signersOf } from './move-model';

interface Beginning {
  move: 'nominate' | 'skip';
  id: string;
  caller: Caller;
  now: Date;
  note: string;
  set: Pick<models.ModelDoc, 'title' | 'text' | 'photos'> & models.ModelChange;
  alongside?: (tx: Tx) => Promise<void>;
}

/** The first that is said of a group's month. Throws DUPLICATE where somebody else was first. */
export async function beginMonth({ move, id, caller, now, note, set, alongside }: Beginning): Promise<models.ModelDoc> {
  const { month, groupId } = ofModelId(id) ?? { month: '', groupId: '' };
  const { representativeId } = set;
  const nominee = representativeId ? { representativeId } : {};
  checkModelMove(move, { id, groupId, status: null, ...nominee }, caller, await signersOf(groupId));
  const model = {
    ...set,
    _id: id,
    month,
    year: month.slice(0, 4),
    groupId,
    status: modelMoves[move].to,
    timeline: [eventOf(move, caller, now, note)],
    rev: 1,
  } as models.ModelDoc;
  await inTransaction(async (tx) => {
    await alongside?.(tx);
    await models.insert(model, tx);
  });
  return model;
}
