/** A deduction that an appeal has lifted altogether: what followed from it is undone in the same transaction. */
import { refThing } from '../../domain/points-proposal';
import type { Tx } from './database';
import type { PointsEntryDoc } from './points-entries';
import { get, type PointsProposalDoc } from './points-proposals';
import { giveBackPaid } from './points-taken-back';
import * as postHiding from './post-hiding';
import * as posts from './posts';

interface Act {
  accountId: string;
  who: string;
  now: Date;
  newId: () => string;
  reason: string;
}

/** Pays again what it took back, and shows what it hid; nothing for an entry that no proposal is behind. */
export async function undoFollowed({ ref }: Pick<PointsEntryDoc, 'ref'>, act: Act, tx: Tx): Promise<void> {
  if (ref.kind !== 'proposal') return;
  const proposal = await get(ref.id, tx);
  await giveBackPaid(proposal, act, tx);
  await showHidden(proposal, act, tx);
}

/** Only what this deduction has hidden: who else hid it, or a check, decides for themself. */
async function showHidden({ _id, ref }: PointsProposalDoc, { accountId, who, now, newId }: Act, tx: Tx): Promise<void> {
  if (ref.kind !== 'post') return;
  const post = await posts.find(refThing(ref.id), tx);
  if (post?.hidden?.proposalId !== _id) return;
  await postHiding.show(post, who, { now, by: accountId, newId }, tx);
}
