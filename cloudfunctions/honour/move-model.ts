import { actingAs, leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import {
  checkModelMove,
  modelMoves,
  wrongModelState,
  type Model,
  type ModelMove,
  type Signers,
} from '../../domain/model-moves';
import { staleText } from '../../domain/stale-text';
import { defined } from '../kit/defined';
import * as accounts from '../store/accounts';
import { inTransaction, type Tx } from '../store/database';
import * as models from '../store/models';
import * as notices from '../store/notices';
import * as representatives from '../store/representatives';

/** The model as the rules see it. */
export const asModel = ({ _id, groupId, status, representativeId, drafted, timeline }: models.ModelDoc): Model => ({
  id: _id,
  groupId,
  status,
  ...defined({ representativeId, draftedBy: drafted?.accountId, last: timeline.at(-1) }),
});

/** Who could sign for this group now. */
export async function signersOf(groupId: string): Promise<Signers> {
  const leaders = (await representatives.listByGroup(groupId)).filter(({ position }) => position === 'leader');
  const [ofLeaders, ofPresidium] = await Promise.all([
    accounts.listByRepresentatives(leaders.map(({ _id }) => _id)),
    accounts.listByGranted('presidium'),
  ]);
  const asSigner = ({ _id, representativeId }: accounts.AccountDoc) => ({
    accountId: _id,
    ...defined({ representativeId }),
  });
  return {
    leaders: ofLeaders.flatMap(({ _id, representativeId }) =>
      representativeId === undefined ? [] : [{ accountId: _id, representativeId }],
    ),
    presidium: ofPresidium.map(asSigner),
  };
}

export const eventOf = (move: ModelMove, caller: Caller, at: Date, note?: string): models.ModelEvent => ({
  at,
  who: actingAs(leadingAs(caller), caller),
  accountId: caller.accountId,
  what: modelMoves[move].line,
  ...defined({ note }),
});

interface Moving {
  move: ModelMove;
  model: models.ModelDoc;
  caller: Caller;
  now: Date;
  /** As the caller read it, where they say so. */
  rev?: number | undefined;
  note?: string | undefined;
  /** What the move sets beside the status, read and written in one transaction. */
  change?: (tx: Tx) => Promise<models.ModelChange> | models.ModelChange;
  tell?: (model: models.ModelDoc) => { to: readonly Mailbox[]; text: string };
  /** What is written beside the move once it is made. */
  follow?: (tx: Tx) => Promise<void>;
}

/** Makes one move with what it tells, in one transaction; refuses what somebody else moved meanwhile. */
export async function moveModel({
  move,
  model,
  caller,
  now,
  rev,
  note,
  change,
  tell,
  follow,
}: Moving): Promise<models.ModelDoc> {
  checkModelMove(move, asModel(model), caller, await signersOf(model.groupId));
  if (rev !== undefined && rev !== model.rev) throw stale(model);
  const { to } = modelMoves[move];
  const moved = await inTransaction(async (tx) => {
    const set = { ...(await change?.(tx)), ...(to === null ? {} : { status: to }) };
    const after = await models.moveIn(model, set, eventOf(move, caller, now, note), tx);
    if (after && tell) await tellOf(after, tell(after), now, tx);
    if (after) await follow?.(tx);
    return after;
  });
  if (!moved) throw stale(await models.get(model._id));
  return moved;
}

const stale = (model: models.ModelDoc) => wrongModelState(model, staleText('这篇稿件', model.timeline.at(-1)));

const tellOf = (
  { _id }: Pick<models.ModelDoc, '_id'>,
  { to, text }: { to: readonly Mailbox[]; text: string },
  at: Date,
  tx: Tx,
): Promise<void> => notices.tell(to, { modelId: _id, text }, at, tx);

/** 组长 who may sign, or the presidium where none may. */
export function signingDesk({ representativeId, drafted }: models.ModelDoc, { leaders }: Signers): Mailbox[] {
  const able = leaders
    .filter((one) => one.representativeId !== representativeId && one.accountId !== drafted?.accountId)
    .map(({ accountId }) => mailbox.account(accountId));
  return able.length > 0 ? able : [mailbox.presidium()];
}
